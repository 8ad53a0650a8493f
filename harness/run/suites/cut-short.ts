import type { ErrorCode } from '../../contract/error-table.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { SkippableTest } from './leave-out.ts';

/** Type of the Playwright annotation that says which limit cut a test short. */
export const cutShortAnnotation = 'cut-short';

/** Notes of a test that it ended because what may be spent on the target is spent: it is no failure of the target. */
export function cutShort(
  { annotations }: Pick<SkippableTest, 'annotations'>,
  error: unknown,
): void {
  if (!(error instanceof HarnessError)) return;
  if (error.code !== ('ALLOWANCE_SPENT' satisfies ErrorCode)) return;
  annotations.push({ type: cutShortAnnotation, description: error.message });
}
