import type { z } from 'zod';
import { TestEvidenceSchema, type TestEvidence } from '../../contract/fragment.ts';

/** Name of the Playwright attachment that carries a test's evidence. */
export const evidenceAttachment = 'golden-path';

/** A running vitest test (`task`) or Playwright test (`testInfo`). */
export type TestCarrier =
  | { readonly meta: object }
  | { attach(name: string, options: { body: string; contentType: string }): Promise<void> };

/**
 * Hands over what a test saw: the features it covers, the value it protects, verdicts, measurements, histories.
 * Call it before asserting, so that a red test still tells what it saw. May be called once per test.
 */
export async function handOver(
  carrier: TestCarrier,
  evidence: z.input<typeof TestEvidenceSchema>,
): Promise<TestEvidence> {
  const complete = TestEvidenceSchema.parse(evidence);
  if ('attach' in carrier) {
    const body = JSON.stringify(complete);
    await carrier.attach(evidenceAttachment, { body, contentType: 'application/json' });
  } else {
    Reflect.set(carrier.meta, 'goldenPath', complete);
  }
  return complete;
}
