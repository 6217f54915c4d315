import type { Told } from './line-account.ts';

/** LINE did not do a step. Nothing is lost: the next run goes on from there. */
export class SetupStopped extends Error {
  readonly step: 'menus' | 'pictures' | 'aliases' | 'default' | 'members';
  /** LINE's status; 0 when it did not answer. */
  readonly status: number;

  constructor(step: SetupStopped['step'], status: number) {
    super(`LINE did not do the step ${step}`);
    this.name = 'SetupStopped';
    this.step = step;
    this.status = status;
  }
}

/** What LINE told; undefined when there is no such thing. @throws SetupStopped when LINE did not do it. */
export function must<T>(told: Told<T>, step: SetupStopped['step']): T | undefined {
  if (told.kind === 'failed') throw new SetupStopped(step, told.status);
  return told.kind === 'told' ? told.value : undefined;
}

/** Whether LINE has it. @throws SetupStopped when LINE did not say. */
export function isThere(told: Told<unknown>, step: SetupStopped['step']): boolean {
  must(told, step);
  return told.kind === 'told';
}
