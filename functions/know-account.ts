import type { Line } from '../bot/line/line.ts';

/**
 * LINE, once it has said which account this is: a process that just woke up composes cards with the account's code at its first
 * call, where a machine has long learned it. While LINE does not answer it is asked again each time.
 */
export async function knowAccount(line: Line): Promise<Line> {
  let id = await line.accountId();
  return {
    ...line,
    accountId: async () => {
      id ??= await line.accountId();
      return id;
    },
  };
}
