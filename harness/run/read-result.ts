import { readFileSync } from 'node:fs';
import { HarnessError } from '../contract/harness-error.ts';
import { parseResult } from '../contract/parse-result.ts';
import type { Result } from '../contract/result.ts';

/** Reads a stored result. Throws `RESULT_UNREADABLE` with what is wrong and where. */
export function readResult(path: string): Result {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('RESULT_UNREADABLE', message, { where: path, cause });
  }
  return parseResult(value, path);
}
