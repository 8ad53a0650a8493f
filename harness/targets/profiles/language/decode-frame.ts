import type { ProjectionProblem } from '../../../contract/canonical-event.ts';
import type { ProfileConfig } from '../../../contract/profile-config.ts';
import { readPacket } from '../../transports/socket-io-packet.ts';
import { parseFrame } from '../parse-frame.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A frame as rules see it; `quiet` is what the transport says for itself. */
export type DecodedFrame =
  | { readonly is: 'frame'; readonly fields: Fields }
  | { readonly is: 'quiet'; readonly greeting: boolean }
  | { readonly is: 'broken'; readonly problem: ProjectionProblem };

/** Reads one frame as this transport carries it, and lays `$event` and `$id` beside its fields. */
export function decodeFrame(
  over: ProfileConfig['transport']['over'],
  raw: string,
  beside: { readonly cursor: string | undefined; readonly name: string | undefined },
): DecodedFrame {
  if (over === 'socket.io') return decodePacket(raw);
  const parsed = parseFrame(raw);
  const names = {
    ...(beside.name === undefined ? {} : { $event: beside.name }),
    ...(beside.cursor === undefined ? {} : { $id: beside.cursor }),
  };
  if (parsed.ok) return { is: 'frame', fields: { ...parsed.fields, ...names } };
  // An event that has a name beside its data needs no object to say what it is.
  if (beside.name === undefined || parsed.problem.rule === 'WIRE-JSON') {
    return { is: 'broken', problem: parsed.problem };
  }
  return { is: 'frame', fields: { $data: JSON.parse(raw) as unknown, ...names } };
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
  const fields = typeof first === 'object' && first !== null ? (first as Fields) : { $data: first };
  return { is: 'frame', fields: { ...fields, $event: name, $rest: rest } };
}
