import { bytesOf } from '../../json/text-bytes.ts';

const startLow = 0x811c9dc5;
const startHigh = 0x9747b28c;
const primeLow = 0x01000193;
const primeHigh = 0xcc9e2d51;
const wordBytes = 4;

/** Code units for six bits each (RFC 4648, section 5). */
const letters = Uint8Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  (sign) => sign.charCodeAt(0),
);

/**
 * Equal digests are equal texts: 64 bits of two multiplicative hashes over the words of its UTF-8, for code units are
 * five times as dear to get at one by one (measured). It tells a changed repetition from a true one, and guards
 * against nobody.
 */
export function digestOfText(text: string): string {
  const { view, length } = bytesOf(text);
  const end = length & ~(wordBytes - 1);
  let low = startLow ^ length;
  let high = startHigh;
  for (let place = 0; place < end; place += wordBytes) {
    const word = view.getInt32(place, true);
    low = Math.imul(low ^ word, primeLow);
    low ^= low >>> 15;
    high = Math.imul(high + word, primeHigh);
    high = (high << 15) | (high >>> 17);
  }
  for (let place = end; place < length; place += 1) {
    const byte = view.getUint8(place);
    low = Math.imul(low ^ byte, primeLow);
    high = Math.imul(high + byte, primeHigh);
    high = (high << 15) | (high >>> 17);
  }
  return print(low ^ (low >>> 13), high ^ (high >>> 16));
}

/** Written as letters at one go: numbers as text of another base than ten cost more than the hash (measured). */
function print(low: number, high: number): string {
  return String.fromCharCode(
    letter(low),
    letter(low >>> 6),
    letter(low >>> 12),
    letter(low >>> 18),
    letter(low >>> 24),
    letter((low >>> 30) | (high << 2)),
    letter(high >>> 4),
    letter(high >>> 10),
    letter(high >>> 16),
    letter(high >>> 22),
    letter(high >>> 28),
  );
}

function letter(bits: number): number {
  return letters[bits & 63] ?? 0;
}
