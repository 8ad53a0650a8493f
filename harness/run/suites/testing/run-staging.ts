import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../contract/result.ts';
import { buildResult } from '../../evidence/build-result.ts';
import { readFragments } from '../../evidence/read-fragments.ts';
import { startSuite } from '../start-suite.ts';
import { suiteEnvironment } from '../suite-environment.ts';
import { suiteTable } from '../suite-table.ts';

export interface StagingOrder {
  readonly url: string;
  /** Name of the target in the configuration; default: none, a bare URL. */
  readonly target?: string;
  readonly config?: string;
  /** Test files, by a part of their name. */
  readonly files: readonly string[];
}

/** Runs some tests of the staging suite as a gate does, and gives what they left. */
export async function runStaging(
  order: StagingOrder,
): Promise<{ readonly folder: string; readonly result: Result }> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-staging-'));
  const suite = suiteTable.find(({ name }) => name === 'staging');
  if (suite === undefined) throw new Error('there is no staging suite');
  const target = order.target ?? order.url;
  const ending = await startSuite({
    suite,
    runFolder: folder,
    environment: {
      [suiteEnvironment.target]: target,
      [suiteEnvironment.url]: order.url,
      [suiteEnvironment.folder]: folder,
      [suiteEnvironment.seed]: 'staging',
      ...(order.config === undefined ? {} : { [suiteEnvironment.config]: order.config }),
    },
    words: order.files,
  });
  const facts = {
    id: 'staging',
    folder,
    startedAt: new Date(),
    command: 'golden-path gate --suite staging',
    target,
    profile: 'reference',
    seed: 'staging',
  };
  return { folder, result: await buildResult(facts, readFragments(folder), [ending]) };
}
