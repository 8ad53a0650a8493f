import { readPacket } from '../transports/socket-io-packet.ts';
import { parseFrame } from './parse-frame.ts';

/**
 * The fields of a frame whose protocol nobody knows yet: one JSON object, or an event of Socket.IO with its name as
 * `$event`. `undefined` for all else.
 */
export function readAnyFrame(raw: string): Readonly<Record<string, unknown>> | undefined {
  const parsed = parseFrame(raw);
  if (parsed.ok) return parsed.fields;
  const packet = readPacket(raw);
  if (packet.kind !== 'event') return undefined;
  const [name, fields] = packet.values;
  return typeof fields === 'object' && fields !== null ? { ...fields, $event: name } : undefined;
}
