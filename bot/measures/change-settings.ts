import type { MeasureSettingsView } from '../../shared/measures/dashboard-api.ts';
import { checkRoundRules } from '../../shared/measures/rounds.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { set } from '../commit/outcome.ts';
import { ref } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { type MeasureSettings, measureSettings, SETTINGS_ID } from './records.ts';
import { settingsOf } from './settings.ts';
import { measuresText as t } from './text.ts';

/** The office's settings as the API shows them. */
export function settingsView({
  rev,
  rounds,
  reminderDays,
  progress,
  stillDays,
}: MeasureSettings): MeasureSettingsView {
  return {
    rev,
    rounds: rounds.map((rule) => ({ ...rule })),
    reminderDays: [...reminderDays],
    progressBase: progress.base,
    inProgressWeightHundredths: progress.inProgressWeightHundredths,
    stillDays,
  };
}

/** `POST /measures/settings`: the office's own rounds, reminders and formula. */
export async function changeSettings(
  call: WriteCall<MeasureSettingsView>,
  deps: MeasureApiDeps,
): Promise<MeasureSettingsView> {
  const { body, userId } = call;
  const rounds = body.rounds.map(({ months, closesAfterDays, name }) => ({
    months,
    closesAfterDays,
    ...(name === undefined ? {} : { name }),
  }));
  if (checkRoundRules(rounds) !== null)
    throw new ApiError('bad-input', { sentence: t.roundsWrong, field: 'rounds' });
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const before = await settingsOf(tx);
    if (before.rev !== body.rev) throw new ApiError('changed', { current: { now: settingsView(before) } });
    const after: MeasureSettings = {
      ...before,
      rounds,
      reminderDays: [...new Set(body.reminderDays)],
      progress: { base: body.progressBase, inProgressWeightHundredths: body.inProgressWeightHundredths },
      stillDays: body.stillDays,
      rev: before.rev + 1,
    };
    return {
      outcome: {
        writes: [set(ref(measureSettings, SETTINGS_ID), after)],
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.settings-changed',
            subject: SETTINGS_ID,
            detail: {
              rev: after.rev,
              rounds: rounds.map(({ months }) => months).join(','),
              reminderDays: after.reminderDays.join(','),
            },
          },
        ],
      },
      answer: { rev: after.rev },
    };
  });
  return settingsView(await settingsOf(deps.store));
}
