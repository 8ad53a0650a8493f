import type { ProjectionProblem } from '../../../contract/canonical-event.ts';
import type { ProfileConfig } from '../../../contract/profile-config.ts';
import { readPacket } from '../../transports/socket-io-packet.ts';
import { parseFrame } from '../parse-frame.ts';
import { readPath } from './read-path.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What one message holds as rules see it; `quiet` is what the transport says for itself. */
export type DecodedFrame =
  | { readonly is: 'frames'; readonly list: readonly Fields[] }
  | { readonly is: 'quiet'; readonly greeting: boolean }
  | { readonly is: 'broken'; readonly problem: ProjectionProblem };

interface Beside {
  readonly cursor: string | undefined;
  readonly name: string | undefined;
}

/**
 * Makes the reader of messages as this transport carries them. It lays `$event` and `$id` beside the fields of a frame,
 * `$data` where a message is no object, and `$whole` where it holds several frames.
 */
export function prepareDecoder({
  transport,
  frames,
}: ProfileConfig): (raw: string, beside: Beside) => DecodedFrame {
  // Only a profile that speaks of it takes anything but objects for a frame.
  const readsData = JSON.stringify(frames).includes('$data');
  return (raw, beside) => {
    const decoded =
      transport.over === 'socket.io' ? decodePacket(raw) : decodeText(raw, beside, readsData);
    if (frames.each === undefined || decoded.is !== 'frames') return decoded;
    const [whole = {}] = decoded.list;
    const list = readPath(whole, frames.each);
    return Array.isArray(list) ? takeApart(list, whole, beside) : decoded;
  };
}

function takeApart(list: readonly unknown[], $whole: Fields, beside: Beside): DecodedFrame {
  const frames: Fields[] = [];
  for (const [index, each] of list.entries()) {
    if (typeof each !== 'object' || each === null) {
      const message = `an entry of the list is ${JSON.stringify(each)}, expected one JSON object`;
      return { is: 'broken', problem: { rule: 'SCH-SHAPE', pointer: `/${index}`, message } };
    }
    frames.push({ ...each, ...namesOf(beside), $whole });
  }
  return { is: 'frames', list: frames };
}

function decodeText(raw: string, beside: Beside, readsData: boolean): DecodedFrame {
  const parsed = parseFrame(raw);
  const names = namesOf(beside);
  if (parsed.ok) return { is: 'frames', list: [{ ...parsed.fields, ...names }] };
  // An event that has a name beside its data needs no object to say what it is.
  const speaks = beside.name !== undefined || readsData;
  if (!speaks || parsed.problem.rule === 'WIRE-JSON') {
    return { is: 'broken', problem: parsed.problem };
  }
  return { is: 'frames', list: [{ $data: JSON.parse(raw) as unknown, ...names }] };
}

function namesOf({ cursor, name }: Beside): Fields {
  return {
    ...(name === undefined ? {} : { $event: name }),
    ...(cursor === undefined ? {} : { $id: cursor }),
  };
}

function decodePacket(raw: string): DecodedFrame {
  const packet = readPacket(raw);
  if (packet.kind === 'other' || packet.kind === 'refused') return { is: 'quiet', greeting: false };
  if (packet.kind === 'connected') return { is: 'quiet', greeting: true };
  if (packet.kind === 'broken') {
    const { message } = packet;
    return { is: 'broken', problem: { rule: 'WIRE-JSON', pointer: '', message } };
  }
  const [name, first, ...rest] = packet.values;
  const isObject = typeof first === 'object' && first !== null && !Array.isArray(first);
  const fields = isObject ? (first as Fields) : { $data: first };
  return { is: 'frames', list: [{ ...fields, $event: name, $rest: rest }] };
}
