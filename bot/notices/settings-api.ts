import { type NoticeSettingsView, noticeSettingsSchema } from '../../shared/notices/notice-api.ts';
import { ApiError } from '../api/api-error.ts';
import { type CommitRequestDeps, commitRequest } from '../api/commit-request.ts';
import { readRoute } from '../api/read-route.ts';
import type { ApiRoute } from '../api/route.ts';
import { writeRoute } from '../api/write-route.ts';
import { set } from '../commit/outcome.ts';
import { ref } from '../store/store.ts';
import { noticeSettingsOf, WRITERS } from './read-notices.ts';
import { NOTICE_SETTINGS_ID, noticeSettings } from './records.ts';

/** Quiet hours, who signs, how reminders and seasons go: whoever writes notices may look, admins change. */
export function noticeSettingsRoutes(deps: CommitRequestDeps): readonly ApiRoute[] {
  return [
    readRoute('/notice-settings', { allowed: WRITERS }, () => noticeSettingsOf(deps.store)),
    writeRoute(
      '/notice-settings',
      { allowed: ['admin'], body: noticeSettingsSchema },
      async ({ request, body, userId }): Promise<NoticeSettingsView> => {
        await commitRequest(deps, { request, feature: 'notices' }, async (tx) => {
          const before = await noticeSettingsOf(tx);
          if (before.rev !== body.rev) throw new ApiError('changed');
          const after = { ...body, rev: before.rev + 1 };
          const { quietFromHour, quietToHour, remindPushDays, seasonLeadDays, rev } = after;
          return {
            outcome: {
              writes: [set(ref(noticeSettings, NOTICE_SETTINGS_ID), after)],
              audit: [
                {
                  actor: { kind: 'member', userId },
                  action: 'notices.settings',
                  subject: NOTICE_SETTINGS_ID,
                  detail: { quietFromHour, quietToHour, remindPushDays, seasonLeadDays, rev },
                },
              ],
            },
            answer: { rev },
          };
        });
        return noticeSettingsOf(deps.store);
      },
    ),
  ];
}
