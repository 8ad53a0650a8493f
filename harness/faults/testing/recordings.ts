import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { CheckDeclaration } from '../../contract/check.ts';
import { HistoryHeaderSchema, HistoryRecordSchema, type History } from '../../contract/history.ts';
import type { FaultRow } from '../fault-row.ts';
import { faultTable } from '../table/fault-table.ts';

const folder = join(import.meta.dirname, '..', 'recordings');
const pathOf = (row: FaultRow): string => join(folder, `${row.id}.ndjson.br`);

/** Says nothing of the machine that recorded. */
const environment = {
  node: 'v24',
  platform: 'any',
  cpu: 'any',
  cores: 1,
  memory_mb: 1,
  ci: false,
};

/** The fault of which a history is kept for each check: the first that it owns and names, and that turns its verdict. */
export function recordedRow({ id, provenBy }: CheckDeclaration): FaultRow | undefined {
  return faultTable.find(
    (row) =>
      row.owner === id &&
      row.expect !== 'unchanged' &&
      provenBy.includes(row.id.split('-')[0] ?? ''),
  );
}

/** The stored history of a fault as it was struck between real sockets; `undefined` where none is kept. */
export function readRecording(row: FaultRow): History | undefined {
  const path = pathOf(row);
  if (!existsSync(path)) return undefined;
  const lines = brotliDecompressSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  const [header, ...records] = lines.map((line): unknown => JSON.parse(line));
  return {
    header: HistoryHeaderSchema.parse(header),
    records: records.map((record) => HistoryRecordSchema.parse(record)),
  };
}

/** Keeps a history, small enough for the repository; gives its size in bytes. */
export function writeRecording(row: FaultRow, { header, records }: History): number {
  const lines = [{ ...header, environment }, ...records].map((line) => JSON.stringify(line));
  const bytes = brotliCompressSync(`${lines.join('\n')}\n`, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
  writeFileSync(pathOf(row), bytes);
  return bytes.length;
}

/** Files that no check asks for any more. */
export function needlessRecordings(checks: readonly CheckDeclaration[]): string[] {
  const needed = new Set(
    checks.flatMap((check) => {
      const row = recordedRow(check);
      return row === undefined ? [] : [pathOf(row)];
    }),
  );
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !needed.has(path));
}
