import { createApp } from '../bot/app.ts';
import { openProgram } from './office-program.ts';
import { once } from './once.ts';

/** Longest that LINE is kept waiting for its 200 while the answer goes out. It allows 2 seconds. */
const ANSWER_FIRST_MS = 1_000;

/** The webhook alone. Once a request is answered its machine stands still, so the reply to the chat goes out before that. */
export const webhookApp = once(async () => {
  const { office, program } = await openProgram();
  return createApp({
    channelSecret: office.settings.LINE_CHANNEL_SECRET,
    clock: office.clock,
    log: office.log,
    program: {
      ...program,
      process: async (events) => {
        await program.process(events);
        await Promise.race([program.idle(), office.clock.sleep(ANSWER_FIRST_MS)]);
      },
    },
  });
});
