import { GIFT_DOWNLOAD_KIND, giftDownloadSchema } from '../../shared/notices/gift-api.ts';
import { giftDocument } from '../../shared/notices/gift-document.ts';
import { formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { type Downloadable, downloadable } from '../api/downloadable.ts';
import { FileAnswer } from '../api/route.ts';
import { DOCUMENT_CONTENT_TYPES, writeDocument } from '../documents/document-format.ts';
import type { Store } from '../store/store.ts';
import { OVERSEERS, periodOf } from './gift-routes.ts';
import { giftReportInput } from './gift-units.ts';
import { noticeSettingsOf } from './read-notices.ts';
import { noticesText as t } from './text.ts';

/** The report of a round of the gift register as .docx or .xlsx, for who may read the whole register. */
export function giftDownload(store: Store): Downloadable {
  return downloadable({
    kind: GIFT_DOWNLOAD_KIND,
    allowed: OVERSEERS,
    input: giftDownloadSchema,
    make: async ({ format, ...query }, { nowMs }) => {
      const { year, round } = periodOf(query, nowMs);
      const { executiveName: name, executivePosition: position } = await noticeSettingsOf(store);
      const report = await giftReportInput(store, year, round);
      const words = t.giftFileName(formatFiscalYear(year), round === '6' ? t.giftRound6 : t.giftRound12);
      return new FileAnswer({
        bytes: await writeDocument(giftDocument(report, { name, position }), format),
        contentType: DOCUMENT_CONTENT_TYPES[format],
        fileName: `gift-register-${year}-${round}.${format}`,
        thaiFileName: `${words}.${format}`,
      });
    },
  });
}
