/** FIN and opcode "text" (RFC 6455 section 5.2). */
const finalText = 0x81;
const marker16 = 126;
const marker64 = 127;

/** The longest header of a server's frame: it has no mask. */
const longestHeader = 10;

/** A frame's header is 2, 4 or 10 bytes long, whatever the length of its payload needs. */
function writeHeader(target: Buffer, at: number, length: number): number {
  target[at] = finalText;
  if (length < marker16) {
    target[at + 1] = length;
    return at + 2;
  }
  if (length < 0x1_00_00) {
    target[at + 1] = marker16;
    return target.writeUInt16BE(length, at + 2);
  }
  target[at + 1] = marker64;
  return target.writeBigUInt64BE(BigInt(length), at + 2);
}

/** Encodes each text as one unmasked WebSocket frame, all in one buffer. */
export function encodeTextFrames(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const most = lengths.reduce((sum, length) => sum + length + longestHeader, 0);
  const target = Buffer.allocUnsafe(most);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end = writeHeader(target, end, lengths[index] ?? 0);
    end += target.write(text, end);
  }
  return target.subarray(0, end);
}
