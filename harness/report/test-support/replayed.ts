import { ResultSchema, type Result } from '../../contract/result.ts';

/** The result as it is after it was stored and read back. */
export function replayed(result: Result): Result {
  return ResultSchema.parse(JSON.parse(JSON.stringify(result)));
}
