import { HarnessError } from '../../contract/harness-error.ts';
import { parseResult } from '../../contract/parse-result.ts';
import type { ResultStore } from './result-store.ts';

/** Every result as one line of JSON, oldest first, so that a CI without a database can carry its past as a file. */
export async function* exportResults(store: ResultStore): AsyncGenerator<string> {
  for (const { run_id: runId } of await store.list()) {
    const result = await store.get(runId);
    if (result !== undefined) yield `${JSON.stringify(result)}\n`;
  }
}

/** Stores every line; what is known already is left alone. Returns how many results were new. */
export async function importResults(
  store: ResultStore,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  let stored = 0;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const outcome = await store.put(parseLine(line, number));
    if (outcome === 'stored') stored += 1;
  }
  return stored;
}

function parseLine(line: string, number: number): Parameters<ResultStore['put']>[0] {
  const where = `line ${String(number)}`;
  return parseResult(parseJson(line, where), where);
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new HarnessError('RESULT_UNREADABLE', `${where} is not a result`, { cause });
  }
}
