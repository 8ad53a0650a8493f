import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { walk } from '../../harness/probe/walk.ts';
import { openStranger } from './open-stranger.ts';
import type { StrangerRow } from './stranger-table.ts';

export const corpusFolder: string = fileURLToPath(
  new URL('../../suites/strangers/corpus/', import.meta.url),
);

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Walks a stranger once and stores the history with its verdicts, to be judged again wherever it is not installed. */
export async function recordCorpus(row: StrangerRow): Promise<void> {
  const target = await openStranger(row);
  try {
    const { header, records } = await walk(target, row.recorded ?? goldenPath, {
      users: 2,
      seed: 'corpus',
    });
    // A stack trace in an answer names the folder of this checkout, which is nobody's business.
    const lines = [header, ...records].map((each) =>
      JSON.stringify(each).replaceAll(root, '/checkout/'),
    );
    const text = `${lines.join('\n')}\n`;
    const history = { header, records: lines.slice(1).map((line) => JSON.parse(line) as never) };
    const verdicts = judgeHistory(history).map(({ id, verdict }) => [id, verdict] as const);
    mkdirSync(corpusFolder, { recursive: true });
    writeFileSync(`${corpusFolder}${row.name}.ndjson.gz`, gzipSync(text, { level: 9 }));
    const sorted = Object.fromEntries(verdicts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(`${corpusFolder}${row.name}.json`, `${JSON.stringify(sorted, null, 2)}\n`);
  } finally {
    await target[Symbol.asyncDispose]();
  }
}
