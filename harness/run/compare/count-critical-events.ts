import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { criticalKinds } from '../../contract/event-kind.ts';
import type { History } from '../../contract/history.ts';

const critical: ReadonlySet<string> = new Set(criticalKinds);

/** How many different events of each critical kind each accepted run has delivered, replays included. */
export function countCriticalEvents({ records }: History): Map<string, Map<string, number>> {
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const record of records) {
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const event of record.events) {
      if (event.run === undefined) continue;
      if (event.kind === 'message_accepted' && !seen.has(event.run)) seen.set(event.run, new Map());
      const kinds = seen.get(event.run);
      if (kinds === undefined || !critical.has(event.kind)) continue;
      const names = kinds.get(event.kind) ?? new Set();
      kinds.set(event.kind, names.add(nameOf(event, names.size)));
    }
  }
  return new Map(
    [...seen].map(([run, kinds]) => [
      run,
      new Map([...kinds].map(([kind, names]) => [kind, names.size])),
    ]),
  );
}

/** The same event, delivered again, has the same name. */
function nameOf({ seq, id, call, cursor }: CanonicalEvent, place: number): string {
  return String(seq ?? id ?? call ?? cursor ?? `#${place}`);
}
