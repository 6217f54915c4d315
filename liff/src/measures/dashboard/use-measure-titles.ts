import { useEffect, useState } from 'preact/hooks';
import type { MeasureList } from '../../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { useApp } from '../../use-app.ts';

/** A plan has at most a thousand measures, a hundred on a page. */
const MAX_PAGES = 10;

export interface MeasureTitle {
  readonly id: string;
  readonly title: string;
}

/** The titles of a year's plan, read once it is needed. */
export function useMeasureTitles(
  year: number,
  isNeeded: boolean,
): { readonly titles: readonly MeasureTitle[] | undefined; readonly failure: ApiFailure | undefined } {
  const { api } = useApp();
  const [titles, setTitles] = useState<readonly MeasureTitle[]>();
  const [failure, setFailure] = useState<ApiFailure>();
  useEffect(() => {
    if (!isNeeded || titles) return;
    const read = async () => {
      const found: MeasureTitle[] = [];
      let after: number | undefined = 0;
      for (let page = 0; page < MAX_PAGES && after !== undefined; page += 1) {
        const list: MeasureList = await api.get(`/measures?view=all&year=${year}&after=${after}`);
        found.push(...list.measures.map(({ id, title }) => ({ id, title })));
        after = list.next;
      }
      setTitles(found);
    };
    setFailure(undefined);
    read().catch((error: unknown) => {
      if (error instanceof ApiFailure) setFailure(error);
    });
  }, [api, year, isNeeded]);
  return { titles, failure };
}
