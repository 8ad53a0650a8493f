import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase } from 'vitest/node';
import type { ErrorCode } from '../../contract/error-table.ts';
import { TestEvidenceSchema } from '../../contract/fragment.ts';
import { suiteEnvironment } from './suite-environment.ts';
import { writeFragment } from './write-fragment.ts';

/** Leaves a fragment after each test. Loaded by vitest by path, hence the default export. */
export default class FragmentReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const folder = process.env[suiteEnvironment.folder];
    const result = test.result();
    if (folder === undefined || result.state === 'pending') return;
    const diagnostic = test.diagnostic();
    const handedOver: unknown = Reflect.get(test.meta(), 'goldenPath');
    const evidence = TestEvidenceSchema.safeParse(handedOver);
    const attempt = (diagnostic?.retryCount ?? 0) + 1;
    const [first] = result.errors ?? [];
    const error = first?.message;
    const cutShort = first?.['code'] === ('ALLOWANCE_SPENT' satisfies ErrorCode);
    writeFragment(folder, {
      suite: test.project.name,
      test: test.fullName,
      file: test.module.relativeModuleId,
      state: result.state,
      attempts: { k: attempt, n: attempt },
      duration_ms: diagnostic?.duration ?? 0,
      ...(error === undefined ? {} : { error: stripVTControlCharacters(error) }),
      ...(cutShort && error !== undefined ? { cut_short: error } : {}),
      ...(evidence.success ? { evidence: evidence.data } : {}),
    });
  }
}
