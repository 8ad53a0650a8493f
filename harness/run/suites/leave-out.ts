/** Type of the Playwright annotation that says why a test does not apply. */
export const leftOutAnnotation = 'not-applicable';

/** A running Playwright test (`testInfo`). */
export interface SkippableTest {
  readonly annotations: { type: string; description?: string }[];
  skip(condition: boolean, description: string): void;
}

/**
 * Ends a test that the target gives nothing to judge for: it is told as not applicable, with this reason, and is never
 * a pass. A test that is skipped in any other way leaves the suite's verdict `unknown`.
 */
export function leaveOut(test: SkippableTest, reason: string): void {
  test.annotations.push({ type: leftOutAnnotation, description: reason });
  test.skip(true, reason);
}
