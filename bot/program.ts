import { Background } from './background.ts';
import { budgetFeature } from './budget/chat.ts';
import { readWorkbookWork } from './budget/jobs.ts';
import { expirePreviewsJob, scheduledBudgetJob } from './budget/schedule.ts';
import type { Clock } from './clock.ts';
import { expiringCollections } from './collections.ts';
import type { Aftermath } from './commit/apply-outcome.ts';
import { attachWork } from './complaints/attach.ts';
import { createComplaintsFeature } from './complaints/chat.ts';
import type { ComplaintDeps } from './complaints/deps.ts';
import { eraseJob, expirePiecesJob, nudgeJob } from './complaints/jobs.ts';
import { createLookUps } from './complaints/look-ups.ts';
import { orphanFilesJob } from './complaints/orphan-files.ts';
import type { ReceiptSecrets } from './complaints/receipt/receipt-secrets.ts';
import { releaseJob } from './complaints/release.ts';
import { createTickets } from './complaints/tickets.ts';
import type { Files } from './files/files.ts';
import type { Housekeeping } from './files/housekeeping.ts';
import { expireJob } from './jobs/expire.ts';
import { hourly } from './jobs/hourly.ts';
import type { Job } from './jobs/job.ts';
import { tick } from './jobs/ticker.ts';
import { runWork } from './jobs/work.ts';
import type { Line } from './line/line.ts';
import type { Log } from './log.ts';
import { createMeasuresFeature } from './measures/chat.ts';
import { expireDraftsJob } from './measures/expire-drafts.ts';
import { measureReminderJob } from './measures/jobs.ts';
import { expirePicturesJob } from './measures/pictures.ts';
import { createNoticesFeature } from './notices/chat.ts';
import type { NoticeDeps } from './notices/deps.ts';
import { groupSizesJob, learnSizesWork } from './notices/group-sizes.ts';
import { noticesJob, sweepNoticeFilesJob } from './notices/jobs.ts';
import { showQuotaWork } from './notices/quota-work.ts';
import { seasonsJob } from './notices/seasons.ts';
import type { OfficeKeys } from './office-keys.ts';
import type { OutboxDeps } from './outbox/deps.ts';
import { giveReply } from './outbox/give-reply.ts';
import { sweep } from './outbox/sweep.ts';
import { peopleFeature } from './people/chat.ts';
import { nameGroupWork } from './people/group-events.ts';
import { createMenuFeature } from './people/menu.ts';
import { showMenuWork } from './people/menu-work.ts';
import { membersWith, officeOf } from './people/read-people.ts';
import type { Random } from './random.ts';
import type { Store } from './store/store.ts';
import type { ChatEvent } from './webhook/event.ts';
import { processEvents } from './webhook/process-events.ts';

/** Everything the program reaches the world through. */
export interface Ports {
  readonly store: Store;
  readonly line: Line;
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly keys: OfficeKeys;
  /** Absent where the place of the files looks after itself. */
  readonly housekeeping?: Housekeeping;
  /** What is added to receipt codes before they are looked up. */
  readonly receiptSecrets: ReceiptSecrets;
  /** Address of a page of the mini-app; undefined where none is set up. */
  liffUrl(path: string): string | undefined;
  /** Where LINE and phones reach the program, when it is set. */
  readonly publicUrl?: string | undefined;
}

/** The program without its way in: what the webhook, the ticker and a cloud function call. */
export interface Program {
  /** Lets events take effect; resolves when they are durable. Answers go out afterwards. */
  process(events: readonly ChatEvent[]): Promise<void>;
  /** Does what is due by the clock and what a crash left behind. */
  tick(): Promise<void>;
  /** Only sends what is due and does the work that was left: a small part of a tick, for when something was just written. */
  sweep(): Promise<void>;
  /** Resolves when no answer and no work is under way. */
  idle(): Promise<void>;
}

/** 256 bits. */
const TICKET_KEY_BYTES = 32;

/** Puts the rooms and features together. The list of features stands here and nowhere else. */
export function createProgram(ports: Ports): Program {
  const { store, line, files, clock, random, log, keys } = ports;
  const outbox: OutboxDeps = {
    store,
    line,
    clock,
    random,
    log,
    keys,
    adminChats: (tx) => membersWith(tx, 'admin'),
    quotaReserve: async (tx) => (await officeOf(tx)).quotaReserve,
  };
  let chatUrl: string | undefined;
  let accountId: string | undefined;
  const notices: NoticeDeps = { publicUrl: ports.publicUrl, accountId: () => accountId };
  const complaints: ComplaintDeps = {
    store,
    files,
    line,
    clock,
    random,
    secrets: ports.receiptSecrets,
    tickets: createTickets(random.bytes(TICKET_KEY_BYTES)),
    lookUps: createLookUps(store, ports.receiptSecrets, random.bytes, clock.now()),
    liffUrl: ports.liffUrl,
    chatUrl: () => chatUrl,
  };
  const learnAccount = async (): Promise<void> => {
    accountId ??= await line.accountId();
    if (accountId) chatUrl = `https://line.me/R/ti/p/${encodeURIComponent(accountId)}`;
  };
  const menu = createMenuFeature(() => features.flatMap((feature) => feature.menu));
  const features = [
    menu,
    budgetFeature,
    createMeasuresFeature(ports.liffUrl),
    createComplaintsFeature(complaints),
    createNoticesFeature(notices),
    peopleFeature,
  ];
  const handlers = [
    nameGroupWork(line),
    showMenuWork({ line, store }),
    readWorkbookWork({ line, store, clock }),
    attachWork(complaints),
    learnSizesWork({ store, line, clock }),
    showQuotaWork({ store, line, clock }),
  ];
  // Nobody waits for these: nothing that is read relies on their having run. A look at every minute would be most of what an
  // idle office pays for on Firebase.
  const tidying: readonly Job[] = [
    expirePreviewsJob(outbox),
    sweepNoticeFilesJob(outbox, files),
    eraseJob(outbox, complaints),
    expireDraftsJob({ store, clock }),
    expirePicturesJob({ store, files, clock }),
    expireJob(store, clock, expiringCollections),
    ...(ports.housekeeping ? [orphanFilesJob(complaints, ports.housekeeping)] : []),
  ];
  const jobs: readonly Job[] = [
    // Cards that open the 1:1 chat need it: LINE may have been out of reach when the program started.
    { name: 'account-id', run: learnAccount },
    scheduledBudgetJob(outbox),
    measureReminderJob(outbox, ports.liffUrl),
    noticesJob(outbox, notices),
    { name: 'sweep', run: () => sweep(handlers, outbox) },
    releaseJob(outbox, complaints),
    nudgeJob(outbox),
    hourly(seasonsJob(outbox), clock),
    groupSizesJob({ store, line, clock }),
    expirePiecesJob(complaints),
    ...tidying.map((job) => hourly(job, clock)),
  ];
  const background = new Background(log);
  background.run('account-id', learnAccount);

  const follow = async ({ reply, workIds }: Aftermath): Promise<void> => {
    if (reply) await giveReply(reply, false, outbox);
    for (const id of workIds) {
      const after = await runWork(id, handlers, outbox);
      if (after) await follow(after);
    }
  };

  return {
    process: (events) =>
      processEvents(events, {
        ...outbox,
        features,
        fallback: menu,
        afterCommit: ({ aftermath }) => background.run('after-commit', () => follow(aftermath)),
      }),
    tick: () => tick(jobs, { clock, log }),
    sweep: () => sweep(handlers, outbox),
    idle: () => background.idle(),
  };
}
