import type { Store } from '../../../bot/store/store.ts';
import type { FlowName } from '../../../functions/costs/flow-names.ts';
import { minus, OPERATIONS, type Operations, operations } from '../../../functions/costs/operations.ts';
import { type CostOffice, openCostOffice } from './cost-office.ts';
import {
  askForBudget,
  beginComplaint,
  fileComplaint,
  furnish,
  guidedAnswer,
  idleDay,
  lookAtCase,
  postNotice,
  releaseCase,
  reportMeasure,
  sendWorkbook,
  talkInGroup,
  waitForSaturday,
  wholeComplaint,
} from './flows.ts';

/** A flow, and what comes before it and is not counted. */
export interface Flow {
  readonly before?: (office: CostOffice) => Promise<unknown>;
  readonly run: (office: CostOffice) => Promise<unknown>;
  /** The ticks themselves are what is counted. */
  readonly isIdle?: true;
}

export const FLOWS: Readonly<Record<FlowName, Flow>> = {
  talkInGroup: { run: talkInGroup },
  askForBudget: { run: askForBudget },
  guidedAnswer: { before: beginComplaint, run: guidedAnswer },
  postNotice: { run: postNotice },
  sendWorkbook: { run: sendWorkbook },
  wholeComplaint: { run: wholeComplaint },
  lookAtCase: {
    before: async (office) => {
      await fileComplaint(office);
      await releaseCase(office);
    },
    run: lookAtCase,
  },
  reportMeasure: { run: reportMeasure },
  workingDay: { run: idleDay, isIdle: true },
  weekendDay: { before: waitForSaturday, run: idleDay, isIdle: true },
};

/** A second count of reads, writes and deletes, from another place. */
export type Beside = Pick<Operations, 'reads' | 'writes' | 'deletes'>;

/** Bytes hang on the length of random numbers and the like. */
const ROUGH = new Set(['documentBytes', 'fileBytes', 'bytesToLine', 'bytesToPhones']);

async function counting(
  store: Store,
  { before }: Flow,
  run: (office: CostOffice) => Promise<unknown>,
  beside: Beside | undefined,
): Promise<{ readonly done: Operations; readonly passed: readonly number[] }> {
  const office = await openCostOffice(store);
  try {
    await furnish(office);
    await before?.(office);
    const start = await office.counted(beside);
    const passes = office.passed.length;
    await run(office);
    return { done: minus(await office.counted(beside), start), passed: office.passed.slice(passes) };
  } finally {
    await office.close();
  }
}

/**
 * Counts a flow in an office of its own. What the ticks of the same hours cost in an equal office where nothing happens is
 * taken off, for the days count them. Each call of `openStore` gives an empty store. With `beside`, its counts are taken in
 * place of the store's own.
 */
export async function countFlow(
  flow: Flow,
  openStore: () => Promise<Store>,
  beside?: Beside,
): Promise<Operations> {
  const { done, passed } = await counting(await openStore(), flow, flow.run, beside);
  if (flow.isIdle || passed.length === 0) return done;
  const wait = async (office: CostOffice) => {
    for (const ms of passed) await office.pass(ms);
  };
  const idle = await counting(await openStore(), flow, wait, beside);
  return minus(done, idle.done);
}

/** With bytes rounded up to two digits. */
export function rounded(one: Operations): Operations {
  return operations(
    Object.fromEntries(OPERATIONS.map((name) => [name, ROUGH.has(name) ? twoDigits(one[name]) : one[name]])),
  );
}

function twoDigits(bytes: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, bytes))) - 1);
  return Math.ceil(bytes / unit) * unit;
}
