import { downloadTickets, requests } from './api/records.ts';
import { auditHeads, auditRecords } from './audit/records.ts';
import { budgetChunks, budgetUploads, budgetYears, columnAnswers } from './budget/records.ts';
import {
  caseLines,
  caseNumbers,
  caseParts,
  cases,
  caseTallies,
  caseThread,
  complaintSettings,
  pieces,
  pool,
  receipts,
} from './complaints/records.ts';
import { workRows } from './jobs/records.ts';
import { measureDraftItems, measureDrafts } from './measures/draft-records.ts';
import {
  measureEvents,
  measureIta,
  measureNotices,
  measurePictures,
  measurePlans,
  measureSettings,
  measureStandings,
  measures,
} from './measures/records.ts';
import {
  giftNils,
  gifts,
  groupSizes,
  noticeAcks,
  noticeFiles,
  noticeSeasons,
  noticeSettings,
  notices,
  noticeTold,
} from './notices/records.ts';
import { posts, quotaMonths, replyRows, rideMonths, rides } from './outbox/records.ts';
import { groups, invites, members, offices } from './people/records.ts';
import { sealingKeys } from './sealing/records.ts';
import type { AnyCollection, Collection } from './store/store.ts';
import { conversations, inbox } from './webhook/records.ts';

/** Every collection of the program: what indexes, moves and backups go by. */
export const allCollections: readonly AnyCollection[] = [
  auditRecords,
  auditHeads,
  budgetChunks,
  budgetUploads,
  budgetYears,
  caseLines,
  caseNumbers,
  caseParts,
  caseTallies,
  caseThread,
  cases,
  columnAnswers,
  complaintSettings,
  conversations,
  downloadTickets,
  giftNils,
  gifts,
  groupSizes,
  groups,
  inbox,
  invites,
  measureDraftItems,
  measureDrafts,
  measureEvents,
  measureIta,
  measureNotices,
  measurePictures,
  measurePlans,
  measureSettings,
  measureStandings,
  measures,
  members,
  noticeAcks,
  noticeFiles,
  noticeSeasons,
  noticeSettings,
  noticeTold,
  notices,
  offices,
  pieces,
  pool,
  posts,
  quotaMonths,
  receipts,
  replyRows,
  requests,
  rideMonths,
  rides,
  sealingKeys,
  workRows,
];

/** Collections whose documents are removed when their time has passed. */
export const expiringCollections = [
  conversations,
  downloadTickets,
  inbox,
  invites,
  measureNotices,
  posts,
  requests,
] as readonly Collection<{
  expiresAtMs: number;
}>[];
