import {
  eventKinds,
  isRunKind,
  isTerminalKind,
  type EventKind,
} from '../../contract/event-kind.ts';

/** What is asked about the kind of each event, found by one look-up. */
export interface KindEntry {
  readonly kind: EventKind;
  readonly index: number;
  readonly ofRun: boolean;
  readonly terminal: boolean;
}

const entries: readonly KindEntry[] = eventKinds.map((kind, index) => {
  return { kind, index, ofRun: isRunKind(kind), terminal: isTerminalKind(kind) };
});
const byKind: ReadonlyMap<EventKind, KindEntry> = new Map(
  entries.map((entry) => [entry.kind, entry]),
);
const unknown = entries[eventKinds.indexOf('unknown')];

export function kindEntry(kind: EventKind): KindEntry {
  const entry = byKind.get(kind) ?? unknown;
  if (entry === undefined) throw new TypeError('the table of kinds lacks "unknown"');
  return entry;
}
