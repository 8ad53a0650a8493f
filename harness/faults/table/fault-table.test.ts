import { expect, test } from 'vitest';
import { checkTable } from '../../checks/check-table.ts';
import { DecoySchema, FaultSchema } from '../../contract/fault.ts';
import { decoyTable } from './decoy-table.ts';
import { faultTable } from './fault-table.ts';

/** Numbers the catalogue leaves out between F01 and F110. */
const unused = new Set([13, 31, 34, 36, 44, 46, 54, 59, 83, 91, 94, 99]);
const numbers = Array.from({ length: 110 }, (_, index) => index + 1);

test('every fault of the catalogue is a row', () => {
  const ids = new Set(faultTable.map(({ id }) => id));
  const wanted = numbers.filter((number) => !unused.has(number));
  expect(wanted).toHaveLength(98);
  const missing = wanted.map((number) => `F${String(number).padStart(2, '0')}`);
  expect(missing.filter((id) => !ids.has(id))).toEqual([]);
});

test('every damage seen on a real platform is a row', () => {
  const ids = new Set(faultTable.map(({ id }) => id.split('-')[0]));
  const wanted = Array.from({ length: 42 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`);
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});

test('every decoy is a row', () => {
  expect(decoyTable.map(({ id }) => id)).toEqual(
    Array.from({ length: 29 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`),
  );
});

test('rows keep the schema, have ids of their own and name checks that exist', () => {
  const checks = new Set(checkTable.map(({ id }) => id));
  for (const { id, title, layer, form, owner, entails, expect: wanted } of faultTable) {
    FaultSchema.parse({ id, title, layer, form, owner, entails, expect: wanted });
    expect([owner, ...entails].filter((check) => !checks.has(check))).toEqual([]);
  }
  for (const { id, title } of decoyTable) DecoySchema.parse({ id, title });
  expect(new Set(faultTable.map(({ id }) => id)).size).toBe(faultTable.length);
});

test('every fault that a check names as its proof is owned or entailed there', () => {
  const strays = checkTable.flatMap(({ id, provenBy }) =>
    provenBy.flatMap((fault) => {
      const rows = faultTable.filter((row) => row.id.split('-')[0] === fault);
      const known = rows.some(({ owner, entails }) => owner === id || entails.includes(id));
      return known ? [] : [`${id} names ${fault}`];
    }),
  );
  expect(strays).toEqual([]);
});

test('every check is struck between real sockets by a fault that it names as its proof', () => {
  const unstruck = checkTable.filter(
    ({ id, provenBy }) =>
      !faultTable.some((row) => row.owner === id && provenBy.includes(row.id.split('-')[0] ?? '')),
  );
  expect(unstruck.map(({ id }) => id)).toEqual([]);
});

test('only what strikes at a door or a store, or swallows what would begin a run, may do without one in flight', () => {
  const owners = new Set(faultTable.flatMap((row) => (row.idle === true ? [row.owner] : [])));
  expect([...owners].toSorted()).toEqual([
    'AUTH-DENY',
    'AUTH-STALE',
    'AUTH-WAYS',
    'CAP-VERSION',
    'ISO-IDENTITY',
    'ISO-TRESPASS',
    'LIFE-START',
    'TRUTH-HEALTH',
    'TRUTH-STORED',
    'WIRE-CLOSE',
    'WIRE-CLOSE-MEANING',
    'WIRE-ECHO',
    'WIRE-HANDSHAKE',
    'WIRE-UPGRADE',
  ]);
});
