import { cutAt } from '../../damage/cut.ts';
import type { FaultRow } from '../../fault-row.ts';
import { encodeFrame } from '../../wire/encode-frame.ts';
import { opcodes } from '../../wire/wire-frame.ts';
import { onBytes } from '../sketch.ts';

const payload = Buffer.from('{"type":"pong"}');

/** Frames that RFC 6455, section 5, forbids a server to send. */
const forbidden: readonly (readonly [id: string, title: string, bytes: Buffer])[] = [
  ['F67', 'a frame of the server is masked', encodeFrame({ payload, masked: true })],
  ['F67-rsv', 'a reserved bit is set', encodeFrame({ payload, rsv: 4 })],
  ['F67-opcode', 'a reserved opcode is used', encodeFrame({ payload, opcode: 3 })],
  [
    'F67-continuation',
    'a fragment continues nothing',
    encodeFrame({ payload, opcode: opcodes.continuation }),
  ],
  ['F67-utf', 'a text frame is not UTF-8', encodeFrame({ payload: Buffer.from([0xc3, 0x28]) })],
  [
    'F67-fragment',
    'a control frame is fragmented',
    encodeFrame({ payload, opcode: opcodes.ping, fin: false }),
  ],
  [
    'F67-control',
    'a control frame is longer than 125 bytes',
    encodeFrame({ payload: Buffer.alloc(126), opcode: opcodes.ping }),
  ],
];

export const protocolFaults: readonly FaultRow[] = forbidden.map(([id, title, bytes]) =>
  onBytes({
    id,
    title,
    owner: 'WIRE-PROTO',
    says: /WS_ERR/,
    damage: cutAt('tool_executing', title, (lane) => lane.write(bytes)),
  }),
);
