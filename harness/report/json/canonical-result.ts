import { ResultSchema, type Result } from '../../contract/result.ts';

/** The result with its keys in the schema's order, so that the same run gives the same bytes however it was put together. */
export function canonicalResult(result: Result): Result {
  return ResultSchema.parse(result);
}
