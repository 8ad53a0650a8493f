import type { Lane } from '../proxy/lane.ts';
import { encodeFrame } from '../wire/encode-frame.ts';
import { opcodes } from '../wire/wire-frame.ts';

/** Closes as `socket.close()` does where nobody thinks of a code. */
export function closeWithoutCode(lane: Lane): void {
  lane.write(encodeFrame({ opcode: opcodes.close, payload: Buffer.alloc(0) }));
  lane.finish();
}
