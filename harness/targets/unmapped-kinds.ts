import type { EventKind } from '../contract/event-kind.ts';
import { isTerminalKind } from '../contract/event-kind.ts';
import type { FrameRecord, History } from '../contract/history.ts';
import type { Promises } from '../contract/promises.ts';
import { showRaw } from './show-raw.ts';

/** Kinds that were asked for and never came, beside frames that no rule knew. */
export interface Unmapped {
  readonly kinds: readonly EventKind[];
  /** Frames that no rule knew. */
  readonly strangers: readonly [FrameRecord, ...FrameRecord[]];
  /** One name of them came as often as messages asked for the kinds: it may well be what says them. */
  readonly likely: boolean;
}

/**
 * Finds required kinds of which not one single event came in the whole history, while frames came that no rule knows.
 * A kind that came once is none of them: its rule works, and what else is missing is for the checks to judge.
 */
export function findUnmappedKinds({ records }: History, promises: Promises): Unmapped | undefined {
  const received = records
    .filter((record) => record.type === 'frame')
    .filter(({ direction }) => direction === 'received');
  const [first, ...more] = received.filter(({ events }) => events.some(isUnknown));
  if (first === undefined) return undefined;
  const came = new Set(received.flatMap(({ events }) => events.map(({ kind }) => kind)));
  const ended = [...came].some(isTerminalKind);
  const chats = records
    .filter((record) => record.type === 'act')
    .filter(({ act }) => act === 'chat');
  const asked = new Set(chats.flatMap((act) => act.expects ?? []));
  const kinds = (Object.keys(promises.kinds) as EventKind[]).filter(
    (kind) =>
      promises.kinds[kind] === 'required' &&
      asked.has(kind) &&
      !came.has(kind) &&
      !(isTerminalKind(kind) && ended),
  );
  if (kinds.length === 0) return undefined;
  const names = [first, ...more].flatMap(({ events }) =>
    events.filter(isUnknown).map(({ name }) => name ?? ''),
  );
  const often = Math.max(
    ...Map.groupBy(names, (name) => name)
      .values()
      .map((all) => all.length),
  );
  const wanted = Math.min(
    ...kinds.map((kind) => chats.filter(({ expects }) => expects?.includes(kind)).length),
  );
  return { kinds, strangers: [first, ...more], likely: often >= wanted };
}

/** One line for a person: which kinds, and the first frame that no rule of the profile knew. */
export function describeUnmapped({ kinds, strangers }: Unmapped, profile: string): string {
  const [{ n, raw }] = strangers;
  const frames = strangers.length === 1 ? '1 frame was' : `${strangers.length} frames were`;
  return `no frame said ${kinds.join(', ')} by a rule of profile "${profile}"; ${frames} matched by no rule, first: record ${n} ${showRaw(raw)}`;
}

const isUnknown = ({ kind }: { readonly kind: EventKind }): boolean => kind === 'unknown';
