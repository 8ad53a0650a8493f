import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { TestEvidenceSchema, type TestEvidence } from '../../contract/fragment.ts';
import { evidenceAttachment } from './hand-over.ts';
import { suiteEnvironment } from './suite-environment.ts';
import { writeFragment } from './write-fragment.ts';

/** Leaves a fragment after each test. Loaded by Playwright by path, hence the default export. */
export default class FragmentReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const folder = process.env[suiteEnvironment.folder];
    if (folder === undefined) return;
    const evidence = readEvidence(result);
    const error = result.error?.message;
    writeFragment(folder, {
      suite: 'staging',
      test: test.title,
      file: relative(process.cwd(), test.location.file),
      state:
        result.status === 'passed' ? 'passed' : result.status === 'skipped' ? 'skipped' : 'failed',
      attempts: { k: result.retry + 1, n: result.retry + 1 },
      duration_ms: result.duration,
      ...(error === undefined ? {} : { error: stripVTControlCharacters(error) }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
}

function readEvidence(result: TestResult): TestEvidence | undefined {
  const attachment = result.attachments.find(({ name }) => name === evidenceAttachment);
  if (attachment?.body === undefined) return undefined;
  const parsed = TestEvidenceSchema.safeParse(JSON.parse(attachment.body.toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
