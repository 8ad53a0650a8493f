import { change, on } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { editPayload } from '../../proxy/edit.ts';
import { encodeFrame } from '../../wire/encode-frame.ts';
import { onBytes, onFrames } from '../sketch.ts';

export const sizeFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F52',
    title: 'an event of two megabytes',
    owner: 'WIRE-SIZE',
    says: /bytes/,
    promises: { limits: { frame_bytes: 1024 * 1024 } },
    damage: change('tool_completed', (text) =>
      editPayload(text, { result: 'x'.repeat(2 * 1024 * 1024) }),
    ),
  }),
  onBytes({
    id: 'F55',
    title: 'one event in many fragments',
    owner: 'WIRE-FRAMING',
    says: /fragments/,
    promises: { framing: 'one' },
    damage: on('tool_completed', 'fragmented an event', ({ text }, lane) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 40) {
        const payload = bytes.subarray(at, at + 40);
        lane.write(
          encodeFrame({ payload, opcode: at === 0 ? 1 : 0, fin: at + 40 >= bytes.length }),
        );
      }
      return [];
    }),
  }),
  onFrames({
    id: 'D32-frame',
    title: 'a result does not fit into a frame of 8,192 bytes',
    owner: 'WIRE-SIZE',
    says: /must not exceed 8192 bytes/,
    promises: { limits: { frame_bytes: 8_192 } },
    damage: change('tool_completed', (text) => editPayload(text, { result: 'x'.repeat(9_000) })),
  }),
];
