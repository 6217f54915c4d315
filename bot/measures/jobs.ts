import { dueState, roundOn } from '../../shared/measures/due.ts';
import { openRound, type Round, reminderDays, roundsOf } from '../../shared/measures/rounds.ts';
import { addDays, bangkokTime, type Day, epochMsOf } from '../../shared/thai/days.ts';
import { makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { type NewPost, set } from '../commit/outcome.ts';
import type { Job } from '../jobs/job.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { MAX_MEMBERS, type Member, members } from '../people/records.ts';
import { ref, type Stored } from '../store/store.ts';
import type { PageUrl } from './cards.ts';
import { closedCard, reminderCard } from './notice-cards.ts';
import { type PlanNow, planNow } from './read-plan.ts';
import { type MeasureSettings, measureNotices, REMINDER } from './records.ts';
import { settingsOf } from './settings.ts';
import { waitingFor } from './waiting-for.ts';

/** Reminders are made in office hours. */
const FIRST_HOUR = 9;
/** Earlier reminders cost nothing: they wait for a free ride, and the next one takes their place. From here on they are pushed. */
const PUSH_FROM_DAYS_BEFORE = 3;
const PUSH_AFTER_MS = 4 * 60 * 60 * 1000;
/** People whose posts one transaction makes. */
const PEOPLE_BATCH = 25;
/** Days after a round closed within which executives still hear of it, should the program have stood still. */
const CLOSED_NEWS_DAYS = 7;
const NOTICE_KEPT_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * Reminds the people of units whose measures wait, on the days that the settings name, and tells executives when a round has
 * closed. Each person gets each post once, whoever runs it and however often (G5). On a day without a reminder: one read.
 */
export function measureReminderJob(deps: OutboxDeps, pageUrl: PageUrl): Job {
  return {
    name: 'measures-remind',
    run: async () => {
      const { day: today, hour } = bangkokTime(deps.clock.now());
      if (hour < FIRST_HOUR) return;
      const settings = await settingsOf(deps.store);
      if (settings.planYears.length === 0) return;
      const open = openRound(today, settings.rounds);
      if (open && reminderDays(open, settings.reminderDays).includes(today))
        await remind(open, today, deps, pageUrl);
      const closed = justClosed(settings, today);
      if (closed) await tellExecutives(closed, deps, pageUrl);
    },
  };
}

/** The round that closed in the last days, if one did. */
function justClosed({ rounds }: MeasureSettings, today: Day): Round | undefined {
  const years = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1].flatMap(
    (year) => makeFiscalYear(year) ?? [],
  );
  return years
    .flatMap((year) => roundsOf(year, rounds))
    .find(({ closes }) => closes < today && today <= addDays(closes, CLOSED_NEWS_DAYS));
}

async function remind(round: Round, today: Day, deps: OutboxDeps, pageUrl: PageUrl): Promise<void> {
  const nowMs = deps.clock.now();
  await once(`reminder-${round.fiscalYear}-${round.months}-${today}`, deps, async () => {
    const found = await deps.store.transact((tx) => planNow(tx, today, round.fiscalYear));
    if (!found) return [];
    const pushFrom = epochMsOf(addDays(round.closes, -PUSH_FROM_DAYS_BEFORE), FIRST_HOUR);
    return (await activeMembers(deps)).flatMap(({ id, data }): readonly NewPost[] => {
      const waiting = waitingFor(data, found);
      if (waiting.length === 0) return [];
      return [
        {
          id: `${REMINDER}-${id}-${today}`,
          kind: REMINDER,
          chatId: id,
          messages: [reminderCard(found, data.unit, waiting, today, pageUrl)],
          dueAtMs: nowMs,
          pushAfterMs: Math.max(nowMs + PUSH_AFTER_MS, pushFrom),
          supersedes: true,
          forMember: true,
        },
      ];
    });
  });
}

async function tellExecutives(round: Round, deps: OutboxDeps, pageUrl: PageUrl): Promise<void> {
  const nowMs = deps.clock.now();
  await once(`closed-${round.fiscalYear}-${round.months}`, deps, async () => {
    const standing = await deps.store.transact((tx) => planNow(tx, bangkokTime(nowMs).day, round.fiscalYear));
    if (!standing) return [];
    const found = asOfClosing(standing, round);
    const executives = (await activeMembers(deps)).filter(({ data }) => data.roles.includes('executive'));
    return executives.map(({ id }) => ({
      id: `measure-closed-${id}-${round.fiscalYear}-${round.months}`,
      kind: 'measure-closed',
      chatId: id,
      messages: [closedCard(found, pageUrl)],
      dueAtMs: nowMs,
      pushAfterMs: nowMs + PUSH_AFTER_MS,
      forMember: true,
    }));
  });
}

/** The plan as towards the round that closed, not the one that opened since. */
function asOfClosing(standing: PlanNow, round: Round): PlanNow {
  const now = roundOn(round.fiscalYear, round.closes, standing.settings.rounds);
  const lines = standing.lines.map((one) => ({
    ...one,
    due: dueState(one.line, one.standing, now, round.closes),
  }));
  return { ...standing, now, lines };
}

async function activeMembers({ store }: OutboxDeps): Promise<readonly Stored<Member>[]> {
  return store.query({ collection: members, where: [['status', '==', 'active']], limit: MAX_MEMBERS });
}

/**
 * Makes the posts of an occasion, a batch of people at a time, and then writes down that they were made. After a crash half-way the
 * next run makes the rest: posts that exist stay as they are.
 */
async function once(
  occasionId: string,
  deps: OutboxDeps,
  make: () => Promise<readonly NewPost[]>,
): Promise<void> {
  const notice = ref(measureNotices, occasionId);
  if (await deps.store.get(notice)) return;
  const nowMs = deps.clock.now();
  const occasion = { id: `measures-${occasionId}`, feature: 'measures', receivedAtMs: nowMs };
  const posts = await make();
  for (let at = 0; at < posts.length; at += PEOPLE_BATCH) {
    const batch = posts.slice(at, at + PEOPLE_BATCH);
    await deps.store.transact((tx) => applyOutcome(tx, occasion, { posts: batch }, deps));
  }
  const writes = [set(notice, { expiresAtMs: nowMs + NOTICE_KEPT_MS })];
  await deps.store.transact((tx) => applyOutcome(tx, occasion, { writes }, deps));
}
