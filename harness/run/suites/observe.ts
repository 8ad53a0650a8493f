import { join } from 'node:path';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { History } from '../../contract/history.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { walk, type WalkOptions } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { locateInMemory } from '../evidence/locate-in-memory.ts';
import { showOffsets } from '../evidence/show-offsets.ts';
import { withReplay } from '../judge-stored.ts';
import { isHeldUp } from './is-held-up.ts';
import { suiteEnvironment } from './suite-environment.ts';

/** One walked and judged journey. */
export interface Observation {
  readonly history: History;
  readonly checks: readonly CheckResult[];
  /** Where the history was stored, relative to the run's folder; none outside a gate. */
  readonly histories: readonly string[];
}

/** How often a journey is walked before a machine that stands still again and again is left with its doubts. */
const walks = 4;

/**
 * Walks a journey and judges its history: what every test of a suite starts with. Inside a gate the history is
 * stored as `histories/<name>.ndjson` of the run, so that any verdict can be had again. A walk that this machine held
 * up is walked again.
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
  const walkOnce = async (nth: number) => {
    const history = await walk(target, journey, {
      ...options,
      ...(seed === undefined ? {} : { seed: nth === 1 ? seed : `${seed}-${nth}` }),
      ...(folder === undefined ? {} : { file: join(folder, stored) }),
    });
    return { history, checks: judgeHistory(history) };
  };
  let walked = await walkOnce(1);
  for (let nth = 2; nth <= walks && isHeldUp(walked.history, walked.checks); nth += 1) {
    walked = await walkOnce(nth);
  }
  const { history, checks } = walked;
  if (folder === undefined) return { history, checks, histories: [] };
  const located = showOffsets(checks, locateInMemory(history));
  return { history, checks: withReplay(located, join(shown, stored)), histories: [stored] };
}
