import { join } from 'node:path';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { History } from '../../contract/history.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { walk, type WalkOptions } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { withReplay } from '../judge-stored.ts';
import { suiteEnvironment } from './suite-environment.ts';

/** One walked and judged journey. */
export interface Observation {
  readonly history: History;
  readonly checks: readonly CheckResult[];
  /** Where the history was stored, relative to the run's folder; none outside a gate. */
  readonly histories: readonly string[];
}

/**
 * Walks a journey and judges its history: what every test of a suite starts with. Inside a gate the history is
 * stored as `histories/<name>.ndjson` of the run, so that any verdict can be had again.
 */
export async function observe(
  target: Target,
  journey: Journey,
  options: Omit<WalkOptions, 'file'> & { readonly name?: string } = {},
): Promise<Observation> {
  const folder = process.env[suiteEnvironment.folder];
  const shown = process.env[suiteEnvironment.shownFolder] ?? folder ?? '';
  const name = options.name ?? journey.name;
  const stored = join('histories', `${name}.ndjson`);
  const runSeed = process.env[suiteEnvironment.seed];
  // Two journeys of one run must not share keys: the target would take the second for a repetition of the first.
  const seed = options.seed ?? (runSeed === undefined ? undefined : `${runSeed}-${name}`);
  const history = await walk(target, journey, {
    ...options,
    ...(seed === undefined ? {} : { seed }),
    ...(folder === undefined ? {} : { file: join(folder, stored) }),
  });
  const checks = judgeHistory(history);
  if (folder === undefined) return { history, checks, histories: [] };
  return { history, checks: withReplay(checks, join(shown, stored)), histories: [stored] };
}
