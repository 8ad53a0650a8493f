import { eventKinds } from '../../contract/event-kind.ts';
import type { FrameRecord } from '../../contract/history.ts';

const kinds: ReadonlySet<unknown> = new Set(eventKinds);

/**
 * Whether a line is surely a frame, by its required fields and the kinds of its events: a hundred times as fast as the
 * schema, which is asked about everything else. Optional fields are taken as the recorder wrote them.
 */
export function isSoundFrame(value: unknown): value is FrameRecord {
  const frame = value as Partial<FrameRecord>;
  if (typeof value !== 'object' || value === null || frame.type !== 'frame') return false;
  if (typeof frame.n !== 'number' || typeof frame.at !== 'number') return false;
  if (typeof frame.wall !== 'number' || typeof frame.epoch !== 'number') return false;
  if (typeof frame.connection !== 'string' || typeof frame.raw !== 'string') return false;
  if (frame.direction !== 'received' && frame.direction !== 'sent') return false;
  if (typeof frame.bytes !== 'number' || typeof frame.encoding !== 'string') return false;
  if (!Array.isArray(frame.events)) return false;
  for (const event of frame.events) if (!kinds.has(event?.kind)) return false;
  return true;
}
