import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { compareArms, type CompareOptions } from '../paired/compare-arms.ts';
import { measureComparison } from '../paired/measure-comparison.ts';
import { openArm } from '../paired/open-arm.ts';
import { checkOutRef } from './check-out-ref.ts';

export interface BenchAgainstOptions extends Pick<CompareOptions, 'looks' | 'budgetMs'> {
  /** The project: a git repository or a folder in one. Its working tree is the candidate. */
  readonly root: string;
  /** The commit that is the baseline. */
  readonly ref: string;
  /** Workload files (see `Workload`), relative to `root`. */
  readonly workloads: readonly string[];
  readonly seed: string;
  /** Shell command that builds the baseline after its packages are there. */
  readonly prepare?: string;
  readonly progress?: (workload: string, done: number, planned: number) => void;
}

/** The name a workload file gives its measurements: `bench/dispatch.ts` → `dispatch`. */
export const nameWorkload = (file: string): string => basename(file, extname(file));

/** Both sides answer the same question: the baseline runs the workload file of the working tree against its own code. */
async function lendWorkload(file: string, from: string, to: string): Promise<void> {
  await mkdir(dirname(join(to, file)), { recursive: true });
  await copyFile(join(from, file), join(to, file));
}

/** Whether the baseline runs at all is known before minutes are spent on it. */
async function tryWorkload(ref: string, file: string, module: URL): Promise<void> {
  try {
    const arm = await openArm(module);
    await arm.close();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${file} cannot be loaded in ${ref}: ${why}`;
    throw new HarnessError('BENCH_REF_UNBUILT', message, { where: ref, cause });
  }
}

/**
 * Measures the working tree against a commit of it, both on this machine in the same minutes, slice by slice.
 *
 * @returns `speed.<workload>.cpu` and `speed.<workload>.wall`, candidate / baseline.
 * @throws {HarnessError} BENCH_REF_UNKNOWN, BENCH_REF_UNBUILT, or MEASURED_PROCESS_FAILED when a workload does not start.
 */
export async function benchAgainst(options: BenchAgainstOptions): Promise<Measurement[]> {
  const { root, ref, workloads, seed, prepare, progress, ...limits } = options;
  const baseline = await checkOutRef(root, ref, prepare);
  try {
    const measurements: Measurement[] = [];
    for (const file of workloads) {
      await lendWorkload(file, root, baseline.root);
      const module = pathToFileURL(join(baseline.root, file));
      await tryWorkload(ref, file, module);
      const comparison = await compareArms({
        baseline: module,
        candidate: pathToFileURL(join(root, file)),
        seed: `${seed} ${file}`,
        progress: (done, planned) => progress?.(file, done, planned),
        ...limits,
      });
      measurements.push(...measureComparison(nameWorkload(file), comparison));
    }
    return measurements;
  } finally {
    await baseline.remove();
  }
}
