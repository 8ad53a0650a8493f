import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { isRunKind, isTerminalKind } from '../../contract/event-kind.ts';
import type { History, HistoryRecord } from '../../contract/history.ts';

/** Where the reading of one run stands. */
interface RunNotes {
  intent: string;
  previous: string;
  /** How far into the run; events of one kind in a row are one step. */
  step: number;
  /** Each with the step that first showed it. */
  readonly traits: Map<string, number>;
}

const neverBegins = 'begins no run';

/** How often each trait was seen, by intent, so that different numbers of runs compare. */
export interface Traits {
  readonly runs: ReadonlyMap<string, number>;
  /** `intent: trait` to the number of runs that show it. */
  readonly seen: ReadonlyMap<string, number>;
  /** `intent: trait` to the earliest step of a run that shows it. */
  readonly steps: ReadonlyMap<string, number>;
}

/**
 * Boils a history down to what may be compared: per intent, which kinds a run shows, which kind follows which, how
 * tools end and how the run ends. Ids, times and texts are left out; the order of parallel things shows up as noise.
 */
export function readTraits({ records }: History): Traits {
  const runs = new Map<string, number>();
  const seen = new Map<string, number>();
  const steps = new Map<string, number>();
  const intents = new Map<string, string>();
  const unheard = new Set<string>();
  const notes = new Map<string, RunNotes>();
  for (const record of records) {
    if (record.type === 'act' && record.act === 'chat' && record.key !== undefined) {
      intents.set(record.key, record.intent ?? 'chat');
      unheard.add(record.key);
    }
    for (const event of receivedEvents(record)) {
      if (event.run === undefined) continue;
      // Some hear that their message was accepted only when they come back: it began a run all the same.
      const asked = event.kind === 'message_accepted' ? intents.get(event.key ?? '') : undefined;
      if (event.replay === true && asked === undefined) continue;
      const own: RunNotes = notes.get(event.run) ?? emptyNotes();
      notes.set(event.run, own);
      if (asked !== undefined) {
        own.intent = asked;
        unheard.delete(event.key ?? '');
      }
      if (!isRunKind(event.kind) && event.kind !== 'unknown') continue;
      for (const trait of traitsOf(event, own)) {
        if (!own.traits.has(trait)) own.traits.set(trait, own.step);
      }
    }
  }
  // A message that begins no run must not vanish: half as many runs, each as it was before, would be equal.
  const unborn = [...unheard].map((key) => ({
    intent: intents.get(key) ?? 'chat',
    traits: new Map([[neverBegins, 0]]),
  }));
  for (const { intent, traits } of [...notes.values(), ...unborn]) {
    runs.set(intent, (runs.get(intent) ?? 0) + 1);
    for (const [trait, step] of traits) {
      const name = `${intent}: ${trait}`;
      steps.set(name, Math.min(step, steps.get(name) ?? step));
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return { runs, seen, steps };
}

function emptyNotes(): RunNotes {
  return { intent: 'chat', previous: 'begin', step: 0, traits: new Map() };
}

function receivedEvents(record: HistoryRecord): readonly CanonicalEvent[] {
  return record.type === 'frame' && record.direction === 'received' ? record.events : [];
}

/** Repetitions of one kind count as one, because their number is chance. */
function traitsOf(event: CanonicalEvent, notes: RunNotes): string[] {
  const name = event.kind === 'unknown' ? (event.name ?? 'nameless') : event.kind;
  const found = [`shows ${name}`];
  if (name !== notes.previous) {
    notes.step += 1;
    found.push(`${notes.previous} then ${name}`);
  }
  notes.previous = name;
  if (event.kind === 'tool_completed') {
    found.push(`tool ${event.tool ?? ''} ends as ${event.outcome ?? 'nothing'}`);
  }
  if (isTerminalKind(event.kind)) found.push(`ends as ${event.outcome ?? event.kind}`);
  return found;
}
