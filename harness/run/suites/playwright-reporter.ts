import { relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { TestEvidenceSchema, type Attachment, type TestEvidence } from '../../contract/fragment.ts';
import { cutShortAnnotation } from './cut-short.ts';
import { evidenceAttachment } from './hand-over.ts';
import { leftOutAnnotation } from './leave-out.ts';
import { suiteEnvironment } from './suite-environment.ts';
import { writeFragment } from './write-fragment.ts';

/** Leaves a fragment after each test. Loaded by Playwright by path, hence the default export. */
export default class FragmentReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const folder = process.env[suiteEnvironment.folder];
    if (folder === undefined) return;
    const evidence = readEvidence(result);
    const error = result.error?.message;
    const noted = (wanted: string): string | undefined =>
      test.annotations.find(({ type }) => type === wanted)?.description;
    const leftOut = noted(leftOutAnnotation);
    const spent = noted(cutShortAnnotation);
    const attachments = readAttachments(result, folder);
    writeFragment(folder, {
      suite: 'staging',
      test: test.title,
      file: relative(process.cwd(), test.location.file),
      state:
        result.status === 'passed' ? 'passed' : result.status === 'skipped' ? 'skipped' : 'failed',
      attempts: { k: result.retry + 1, n: result.retry + 1 },
      duration_ms: result.duration,
      ...(error === undefined ? {} : { error: stripVTControlCharacters(error) }),
      ...(result.status === 'skipped' && leftOut !== undefined ? { not_applicable: leftOut } : {}),
      ...(spent === undefined ? {} : { cut_short: spent }),
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
}

/** Files inside the run's folder: only they move along with it. */
function readAttachments({ attachments }: TestResult, folder: string): Attachment[] {
  return attachments.flatMap(({ name, path, contentType }) => {
    const file = path === undefined ? '..' : relative(folder, path).replaceAll(sep, '/');
    return file.startsWith('..') ? [] : [{ name, file, type: contentType }];
  });
}

function readEvidence(result: TestResult): TestEvidence | undefined {
  const attachment = result.attachments.find(({ name }) => name === evidenceAttachment);
  if (attachment?.body === undefined) return undefined;
  const parsed = TestEvidenceSchema.safeParse(JSON.parse(attachment.body.toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
