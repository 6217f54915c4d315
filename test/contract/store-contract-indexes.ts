import { describe, expect, test } from 'vitest';
import { allCollections } from '../../bot/collections.ts';
import type { AnyCollection, Collection, FilterOperator, Query } from '../../bot/store/store.ts';
import { items, type StoreUnderTest } from './store-under-test.ts';

type Doc = Readonly<Record<string, string | number>>;
type Filters = readonly (readonly [field: string, operator: FilterOperator, value: string | number])[];

/** Every list of fields by which a collection says that it is asked. */
function declared({ indexes, expiresAtField }: AnyCollection): readonly (readonly string[])[] {
  return expiresAtField === undefined ? indexes : [...indexes, [expiresAtField]];
}

const equal = (fields: readonly string[]): Filters => fields.map((field) => [field, '==', 1]);

/** What a list of fields is declared for: order and range on the last one, equality on the others, or equality on all. */
function queriesOf(fields: readonly string[]): readonly Pick<Query<Doc>, 'where' | 'orderBy'>[] {
  const [last = '', rest] = [fields.at(-1), equal(fields.slice(0, -1))];
  return (['asc', 'desc'] as const).flatMap((direction) => [
    { where: rest, orderBy: { field: last, direction } },
    { where: [...rest, [last, '>=', 1]], orderBy: { field: last, direction } },
    { where: equal([...fields].reverse()) },
  ]);
}

/** Which queries are answered: those of declared indexes, and no other. An emulator would answer them all. */
export function indexesContract(subject: () => StoreUnderTest): void {
  describe('indexes', () => {
    const ask = async (any: AnyCollection, { where, orderBy }: Pick<Query<Doc>, 'where' | 'orderBy'>) => {
      const { store } = subject();
      const collection = any as unknown as Collection<Doc>;
      const query: Query<Doc> = {
        collection,
        limit: 1,
        ...(where && { where }),
        ...(orderBy && { orderBy }),
      };
      return [
        await codeOf(store.query(query)),
        await codeOf(store.transact((tx) => tx.query(query))),
        await codeOf(store.count({ collection, ...(where && { where }) })),
      ];
    };

    test('every query that a collection of the program declares is answered, in both directions', async () => {
      for (const one of allCollections)
        for (const fields of declared(one))
          for (const query of queriesOf(fields)) {
            const said = await ask(one, query);
            expect([one.name, fields, said.slice(0, 2)]).toEqual([one.name, fields, ['none', 'none']]);
          }
    });

    test('a collection of the program refuses every other pair of its fields, with misuse', async () => {
      let refused = 0;
      for (const one of allCollections) {
        const lists = declared(one);
        const known = new Set(lists.map((fields) => fields.join()));
        const fields = [...new Set([...lists.flat(), 'nobodysField'])];
        for (const last of fields)
          for (const first of fields) {
            if (first === last || known.has(`${first},${last}`)) continue;
            const query = { where: equal([first]), orderBy: { field: last, direction: 'asc' } } as const;
            expect([one.name, first, last, (await ask(one, query)).slice(0, 2)]).toEqual([
              one.name,
              first,
              last,
              ['misuse', 'misuse'],
            ]);
            refused += 1;
          }
      }
      expect(refused).toBeGreaterThan(allCollections.length);
    });

    test.each<[string, Pick<Query<Doc>, 'where' | 'orderBy'>]>([
      ['a field that is declared only behind another', { where: [['note', '==', 1]] }],
      ['an order on it', { orderBy: { field: 'note', direction: 'asc' } }],
      ['half of a declared equality', { where: equal(['rank', 'label']) }],
      ['more equality than is declared', { where: equal(['group', 'rank', 'note']) }],
      [
        'a declared index the other way round',
        { where: equal(['rank']), orderBy: { field: 'group', direction: 'asc' } },
      ],
    ])('refuse %s with misuse', async (_what, query) => {
      const codes = await ask(items, query);
      expect(codes.slice(0, 2)).toEqual(['misuse', 'misuse']);
    });

    test('counts are refused like queries: without an index, and with ranges on two fields', async () => {
      const { store } = subject();
      const count = (where: Query<(typeof items)['shape'] & object>['where']) =>
        codeOf(store.count({ collection: items, ...(where && { where }) }));
      expect(await count([['note', '==', 'x']])).toBe('misuse');
      expect(await count([['note', '>', 'x']])).toBe('misuse');
      expect(
        await count([
          ['rank', '>', 1],
          ['label', '>', 'x'],
        ]),
      ).toBe('misuse');
      expect(
        await count([
          ['group', '==', 'a'],
          ['rank', '>', 1],
        ]),
      ).toBe('none');
    });
  });
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'none',
    (error: { code?: string }) => String(error.code),
  );
}
