import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { resultVersion, type Result } from '../../contract/result.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import { toolVersion } from '../../contract/tool-version.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { readEnvironment } from '../../probe/read-environment.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { judgeHistories } from '../judge-stored.ts';
import { unreachableGate } from '../unreachable-gate.ts';

export interface RoundOrder {
  readonly target: Target;
  readonly journeys: readonly Journey[];
  readonly users: number;
  readonly seed: string;
  /** Unique among all stored results. */
  readonly id: string;
  /** Gets the histories; removed again when the round passed. */
  readonly folder: string;
  readonly strict: boolean;
}

interface Walked {
  readonly file: string;
  readonly history: History;
}

/**
 * Walks the canary journeys once, one after the other, and judges them. A target that cannot be reached is a result
 * too. A round that passed tells nothing but that: its histories and timelines are not kept.
 */
export async function walkRound(order: RoundOrder): Promise<Result> {
  const startedAt = new Date();
  const begun = performance.now();
  mkdirSync(order.folder, { recursive: true });
  const walked: Walked[] = [];
  let gone: HarnessError | undefined;
  for (const [index, journey] of order.journeys.entries()) {
    gone = await walkOne(order, { journey, index, walked });
    if (gone !== undefined) break;
  }
  const seen =
    walked.length === 0 ? emptyResult(order) : judgeHistories(walked, { strict: order.strict });
  const gate = gone === undefined ? seen.gate : unreachableGate(gone, seen.gate?.criteria ?? []);
  const passed = gate?.verdict === 'pass';
  if (passed) rmSync(order.folder, { recursive: true, force: true });
  return {
    ...seen,
    run_id: order.id,
    command: `golden-path monitor ${order.target.name}`,
    target: seriesOf(order.target),
    started_at: startedAt.toISOString(),
    duration_ms: Math.round(performance.now() - begun),
    seed: order.seed,
    timelines: passed ? [] : seen.timelines,
    ...(gate === undefined ? {} : { gate }),
  };
}

/** Rounds are a series of their own, so that a day of them never pushes the nights out of a trend. */
export function seriesOf({ name }: Target): string {
  return `${name} (monitored)`;
}

async function walkOne(
  { target, users, seed, folder }: RoundOrder,
  { journey, index, walked }: { journey: Journey; index: number; walked: Walked[] },
): Promise<HarnessError | undefined> {
  const file = join(folder, `${journey.name}.ndjson`);
  try {
    const firstUser = index * users;
    const history = await walk(target, journey, { users, firstUser, seed, file });
    walked.push({ file: relative(process.cwd(), file), history });
    return undefined;
  } catch (error) {
    if (error instanceof HarnessError && error.exitCode === 2) return error;
    throw error;
  }
}

function emptyResult({ target, seed }: RoundOrder): Result {
  return {
    schema_version: resultVersion,
    run_id: '',
    started_at: '',
    duration_ms: 0,
    tool: { name: 'golden-path', version: toolVersion },
    command: '',
    target: target.name,
    profile: target.profile.name,
    environment: readEnvironment(),
    seed,
    checks: [],
    measurements: [],
    tests: [],
    suites: [],
    timelines: [],
  };
}
