import type { History, Observation } from 'golden-path';

/** What a disturbance left behind, in few words. */
interface Aftermath {
  /** MUST checks that failed. Latency is left out: a run that was disturbed may take its time. */
  readonly red: readonly string[];
  /** How each run ended; more than one kind, or one kind at two places, is told as such. */
  readonly ends: readonly string[];
}

export function readAftermath({ history, checks }: Observation): Aftermath {
  const required = checks.filter(({ id, level }) => level === 'MUST' && !id.startsWith('LAT-'));
  return {
    red: required.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id),
    ends: readEnds(history),
  };
}

function readEnds({ records }: History): string[] {
  const ends = new Map<string, Set<string>>();
  for (const record of records) {
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const { kind, run, seq } of record.events) {
      if (run === undefined || !/^agent_(completed|error|cancelled)$/.test(kind)) continue;
      ends.set(run, (ends.get(run) ?? new Set()).add(`${kind} ${seq}`));
    }
  }
  return [...ends.values()].map((one) => [...one].map((end) => end.split(' ')[0]).join(' and '));
}
