import type { PriorDelivery } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { ConnectionTrack } from './connection-track.ts';
import type { Delivery } from './deliveries.ts';
import { fingerprint, printOfContent } from './fingerprint.ts';
import type { RunView } from './run-entry.ts';

/** How many names of numbered events are remembered per run: a retry comes soon, and memory must not grow with the run. */
const keptNames = 4_096;

/** Any number of these may say the same. All other kinds are told apart by their run, call or offset. */
const knownById: ReadonlySet<EventKind> = new Set([
  'agent_thinking',
  'progress_update',
  'unknown',
] satisfies EventKind[]);

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
    if (known !== undefined) return compare(known, print, true);
    deliveries.keepNumber(event.seq, record.n, record.epoch, print);
    const name = sequence.resets_on === 'epoch' ? nameOf(event) : idOf(event);
    return name === undefined ? undefined : findRenumbered(view, record, event, name);
  }
  const name = nameOf(event);
  if (name === undefined) return undefined;
  const known = view.deliveries.ofName(name);
  if (known !== undefined) return compare(known, print, false);
  view.deliveries.keepName(name, { n: record.n, epoch: record.epoch, fingerprint: print });
  return undefined;
}

/** Whoever sends an event twice may number it twice: then its name tells, and what it says beside its number. */
function findRenumbered(
  { deliveries }: RunView,
  { n, epoch }: FrameRecord,
  event: CanonicalEvent,
  name: string,
): PriorDelivery | undefined {
  const print = printOfContent(event);
  const known = deliveries.ofName(name);
  if (known === undefined) {
    deliveries.keepName(name, { n, epoch, fingerprint: print }, keptNames);
    return undefined;
  }
  const prior = compare(known, print, false);
  return prior.equal || event.replay === true ? prior : undefined;
}

function compare(
  { n, epoch, fingerprint: before }: Delivery,
  print: number,
  byNumber: boolean,
): PriorDelivery {
  return { n, epoch, equal: before === print, byNumber };
}

function idOf({ kind, id }: CanonicalEvent): string | undefined {
  return knownById.has(kind) ? id : undefined;
}

/** Without numbers an event is known by its id or cursor, or else by all that it says where that is distinctive. */
function nameOf(event: CanonicalEvent): string | undefined {
  if (event.id !== undefined) return event.id;
  if (event.cursor !== undefined) return event.cursor;
  const { kind, call, message, offset } = event;
  if (call !== undefined) return `${kind} ${call}`;
  return offset === undefined ? undefined : `${kind} ${message} ${offset}`;
}
