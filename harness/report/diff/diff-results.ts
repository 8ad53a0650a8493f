import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import { shownEntries } from '../summary/shown-entries.ts';
import type { Entry } from '../summary/entry.ts';
import { standings } from '../summary/standing.ts';
import type { Change, Difference, MeasuredChange } from './difference.ts';

/** What changed from one run to another: verdicts, what is judged at all, and measured values. */
export function diffResults(before: Result, after: Result): Difference {
  const old = byAddress(before);
  const now = byAddress(after);
  const both = [...now].flatMap(([address, entry]): Required<Change>[] => {
    const earlier = old.get(address);
    return earlier === undefined ? [] : [{ before: earlier, after: entry }];
  });
  return {
    worse: both.filter((change) => step(change) < 0),
    better: both.filter((change) => step(change) > 0),
    gone: [...old].flatMap(([address, entry]) => (now.has(address) ? [] : [{ before: entry }])),
    added: [...now].flatMap(([address, entry]) => (old.has(address) ? [] : [{ after: entry }])),
    measured: measuredChanges(before, after),
    caveats: caveats(before, after),
  };
}

function byAddress(result: Result): Map<string, Entry> {
  return new Map(shownEntries(result).map((entry) => [`${entry.kind} ${entry.id}`, entry]));
}

/** Below zero when it became worse. */
function step(change: Required<Change>): number {
  return standings.indexOf(change.after.standing) - standings.indexOf(change.before.standing);
}

function measuredChanges(before: Result, after: Result): MeasuredChange[] {
  const old = new Map(before.measurements.map((measurement) => [measurement.id, measurement]));
  return after.measurements.flatMap((measurement) => {
    const earlier = old.get(measurement.id);
    if (earlier === undefined || earlier.value === measurement.value) return [];
    const share = (measurement.value - earlier.value) / Math.abs(earlier.value);
    return [
      {
        before: earlier,
        after: measurement,
        ...(earlier.value === 0 ? {} : { share }),
        apart: areApart(earlier, measurement),
      },
    ];
  });
}

function areApart({ interval: old }: Measurement, { interval: now }: Measurement): boolean {
  return old !== undefined && now !== undefined && (old[1] < now[0] || now[1] < old[0]);
}

/** Two measurements compare only on one kind of machine, and two verdicts only on one kind of question. */
function caveats(before: Result, after: Result): string[] {
  const now = circumstances(after);
  return Object.entries(circumstances(before)).flatMap(([name, value]) =>
    now[name] === value ? [] : [`${name}: ${value}, then ${now[name] ?? ''}`],
  );
}

function circumstances({ target, profile, command, environment }: Result): Record<string, string> {
  const { node, platform, cpu, cores } = environment;
  return { target, profile, command, node, platform, processor: `${cpu}, ${String(cores)} cores` };
}
