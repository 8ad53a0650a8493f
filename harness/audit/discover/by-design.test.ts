import { expect, it } from 'vitest';
import { byDesign } from './by-design.ts';

const reasonOf = (...ids: string[]) =>
  byDesign(
    ids.map((id) => {
      const [path = '', symbol = ''] = id.split(':');
      return { path, line: 1, symbol };
    }),
  );

it.each([
  ['a/migrations/1-rows.ts:Rows1', 'b/migrations/1-rows.ts:Rows1'],
  ['src/till.py:Till', 'examples/shop/till.py:Till', 'docs/till.py:Till'],
  ['till/client.py:Client', 'till/client.py:AsyncClient'],
  ['till/_sync/pool.py:Pool', 'till/_async/pool.py:Pool'],
  ['db/mysql.ts:MySQLRows', 'db/postgres.ts:PostgresRows', 'db/sqlite.ts:SQLiteRows'],
  ['api/v1/rows.ts:RowController', 'api/v2/rows.ts:RowController'],
])('may be several on purpose: %s beside %s', (...ids) => {
  expect(reasonOf(...ids)).toEqual(expect.any(String));
});

it.each([
  ['src/till.py:Till', 'src/quick.py:Till', 'examples/till.py:Till'],
  ['till/client.py:Client', 'shop/client.py:Client'],
  ['till/client.py:TillClient', 'till/client.py:AsyncShopClient'],
  ['db/mysql.ts:RowStore', 'db/cache.ts:RowStore'],
  ['db/rows.ts:RowStore', 'db/rows.ts:RowStoreV2'],
])('are rivals: %s beside %s', (...ids) => {
  expect(reasonOf(...ids)).toBeUndefined();
});
