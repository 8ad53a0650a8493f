import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';

/**
 * What a frame says by an event of a call: all of it, or, where it holds several events, the entry that names the call.
 * `undefined` where that cannot be told.
 */
export function ownEntry({ raw, events }: FrameRecord, event: CanonicalEvent): string | undefined {
  if (events.length === 1) return raw;
  const name = JSON.stringify(event.call);
  const entries = entriesOf(raw).filter((entry) => entry.includes(name));
  const siblings = events.filter(({ call }) => call === event.call);
  return entries.length === siblings.length ? entries[siblings.indexOf(event)] : undefined;
}

/** The entries of a list, or of the lists in an object, each as text. */
function entriesOf(raw: string): string[] {
  let frame: unknown;
  try {
    frame = JSON.parse(raw);
  } catch {
    return [];
  }
  const values: unknown[] = typeof frame === 'object' && frame !== null ? Object.values(frame) : [];
  const lists: unknown[] = Array.isArray(frame) ? [frame] : values;
  return lists.flatMap((list) =>
    Array.isArray(list) ? list.map((entry) => JSON.stringify(entry)) : [],
  );
}
