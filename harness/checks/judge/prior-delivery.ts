import type { PriorDelivery } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { ConnectionTrack } from './connection-track.ts';
import type { Delivery } from './deliveries.ts';
import { fingerprint } from './fingerprint.ts';
import type { RunView } from './run-entry.ts';

/** The first delivery of the same event on this connection, if there was one; remembers this one otherwise. */
export function findPrior(
  promises: Promises,
  connection: ConnectionTrack,
  view: RunView,
  record: FrameRecord,
  event: CanonicalEvent,
): PriorDelivery | undefined {
  const { sequence } = promises;
  const print = fingerprint(event);
  if (sequence !== undefined && event.seq !== undefined) {
    const { deliveries } = sequence.scope === 'run' ? view : connection;
    const known = deliveries.ofNumber(event.seq);
    if (known !== undefined) return compare(known, print);
    deliveries.keepNumber(event.seq, record.n, record.epoch, print);
    return undefined;
  }
  const name = nameOf(event);
  if (name === undefined) return undefined;
  const known = view.deliveries.ofName(name);
  if (known !== undefined) return compare(known, print);
  view.deliveries.keepName(name, { n: record.n, epoch: record.epoch, fingerprint: print });
  return undefined;
}

function compare({ n, epoch, fingerprint: before }: Delivery, print: number): PriorDelivery {
  return { n, epoch, equal: before === print };
}

/** Without numbers an event is known by its id or cursor, or else by all that it says where that is distinctive. */
function nameOf(event: CanonicalEvent): string | undefined {
  if (event.id !== undefined) return event.id;
  if (event.cursor !== undefined) return event.cursor;
  const { kind, call, message, offset } = event;
  if (call !== undefined) return `${kind} ${call}`;
  return offset === undefined ? undefined : `${kind} ${message} ${offset}`;
}
