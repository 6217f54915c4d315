import { openProgram } from './office-program.ts';
import { once } from './once.ts';

const opened = once(openProgram);

/** All that is due by the clock. */
export async function tick(): Promise<void> {
  const { program } = await opened();
  await program.tick();
  await program.idle();
}

/** Sends what is due. */
export async function sweep(): Promise<void> {
  const { program } = await opened();
  await program.sweep();
  await program.idle();
}
