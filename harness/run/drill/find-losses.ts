import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { isRunKind, isTerminalKind } from '../../contract/event-kind.ts';
import type { History } from '../../contract/history.ts';

export interface Losses {
  /** Runs without a terminal, with one that tells of a failure, or with a hole. */
  readonly lost: readonly string[];
  /** `run/number` of events that came again and were not declared a repetition. */
  readonly duplicated: readonly string[];
}

/** What happened to these runs, as the people who asked for them saw it. */
export function findLosses(history: History, runs: readonly string[]): Losses {
  const told = new Map<string, CanonicalEvent[]>(runs.map((run) => [run, []]));
  for (const record of history.records) {
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const event of record.events) {
      if (event.run !== undefined && isRunKind(event.kind)) told.get(event.run)?.push(event);
    }
  }
  const { sequence, duplicates } = history.header.promises;
  const dense = sequence?.scope === 'run' && sequence.density === 'dense';
  const all = [...told];
  return {
    lost: all.flatMap(([run, events]) => findHarm(run, events, dense)),
    duplicated:
      duplicates === 'allowed' ? [] : all.flatMap(([run, events]) => findRepeats(run, events)),
  };
}

function findHarm(run: string, events: readonly CanonicalEvent[], dense: boolean): string[] {
  const terminal = events.find(({ kind }) => isTerminalKind(kind));
  if (terminal === undefined) return [run];
  if (terminal.kind !== 'agent_completed') return [`${run} (ended with ${terminal.kind})`];
  if (!dense) return [];
  const numbers = new Set(events.flatMap(({ seq }) => seq ?? []));
  const last = Math.max(...numbers);
  const missing = Array.from({ length: Math.max(0, last) }, (_, index) => index + 1).filter(
    (number) => !numbers.has(number),
  );
  return missing.length === 0 ? [] : [`${run} (never told its events ${missing.join(', ')})`];
}

function findRepeats(run: string, events: readonly CanonicalEvent[]): string[] {
  const seen = new Set<number | string>();
  const repeated = new Set<number | string>();
  for (const { seq, id, replay } of events) {
    const name = seq ?? id;
    if (name === undefined) continue;
    if (seen.has(name) && replay !== true) repeated.add(name);
    seen.add(name);
  }
  return [...repeated].map((name) => `${run}/${name}`);
}
