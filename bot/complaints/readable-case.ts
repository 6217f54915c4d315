import { ApiError } from '../api/api-error.ts';
import { ref, type Store } from '../store/store.ts';
import { type Case, caseLines, cases, subId } from './records.ts';

/** The case, for who is on its list. @throws ApiError `not-found` for everybody else, as for a case that does not exist. */
export async function readableCase(id: string, userId: string, store: Store): Promise<Case> {
  const [line, found] = await Promise.all([
    store.get(ref(caseLines, subId(userId, id))),
    store.get(ref(cases, id)),
  ]);
  if (!line || !found || found.data.erasedDay !== undefined) throw new ApiError('not-found');
  return found.data;
}
