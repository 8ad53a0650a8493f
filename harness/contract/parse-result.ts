import { HarnessError } from './harness-error.ts';
import { ResultSchema, type Result } from './result.ts';
import { upgradeTimelines } from './upgrade-timelines.ts';

/** A stored result, also of an earlier golden-path. Throws `RESULT_UNREADABLE` with what is wrong and where. */
export function parseResult(value: unknown, where: string): Result {
  const parsed = ResultSchema.safeParse(upgradeTimelines(value));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  throw new HarnessError('RESULT_UNREADABLE', `this is not a result${what}`, { where });
}
