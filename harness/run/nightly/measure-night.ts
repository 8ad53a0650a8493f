import type { Allowance } from '../../contract/allowance.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { Config } from '../../contract/config.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Night } from '../../contract/night.ts';
import { benchTarget } from '../../perf/bench/bench-target.ts';
import { awaitTurn } from '../../targets/allowance/await-turn.ts';
import { countRuns } from '../../targets/allowance/ledger.ts';
import type { Target } from '../../targets/target.ts';
import { formatDuration } from '../../report/text/format-duration.ts';
import { whyStopped } from '../why-stopped.ts';
import { shrinkSoak, type PlannedPart } from './plan-parts.ts';

export interface MeasureOrder {
  readonly target: Target;
  readonly parts: readonly PlannedPart[];
  readonly allowance: Allowance;
  readonly config: Config;
  readonly seed: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface MeasuredNight {
  readonly measurements: readonly Measurement[];
  readonly checks: readonly CheckResult[];
  readonly parts: Night['parts'];
}

/** Carries out the scenarios one after the other, as far as the allowance goes; what is left out says why. */
export async function measureNight(order: MeasureOrder): Promise<MeasuredNight> {
  const measurements: Measurement[] = [];
  const checks: CheckResult[] = [];
  const parts: Night['parts'] = [];
  for (const planned of order.parts) {
    const { name } = planned;
    try {
      const { part, why } = await fit(planned, order);
      if (part !== undefined) {
        const seen = await benchTarget(order.target, {
          ...part.options,
          config: order.config,
          seed: `${order.seed}-${name}`,
          parts: [name],
          say: order.say,
        });
        measurements.push(...seen.measurements);
        checks.push(...seen.checks);
      }
      parts.push({ name, ...(why === undefined ? {} : { why }) });
      if (why !== undefined) order.say(`${name}: ${why}`);
    } catch (error) {
      if (!(error instanceof HarnessError) || error.exitCode === 64) throw error;
      order.say(`${name}: ${error.message}`);
      parts.push({ name, why: error.message });
    }
  }
  return { measurements, checks, parts };
}

/** The part as it can be had with what is left, and what it then lacks. */
async function fit(
  planned: PlannedPart,
  { allowance, signal }: MeasureOrder,
): Promise<{ readonly part?: PlannedPart; readonly why?: string }> {
  if (signal.aborted) return { why: whyStopped(signal) ?? 'stopped before its turn came' };
  await awaitTurn(allowance);
  const left = { runs: allowance.runs - countRuns(allowance), ms: allowance.until - Date.now() };
  if (planned.runs <= left.runs && planned.lastsMs <= left.ms) return { part: planned };
  const short =
    planned.runs > left.runs
      ? `${left.runs} of the ${allowance.runs} runs of --max-runs are left, and it takes ${planned.runs}`
      : `${formatDuration(left.ms)} of --max-duration are left, and it takes ${formatDuration(planned.lastsMs)}`;
  const smaller = shrinkSoak(planned, left);
  if (smaller === undefined) return { why: `left out: ${short}` };
  return { part: smaller, why: `cut short to ${formatDuration(smaller.lastsMs)}: ${short}` };
}
