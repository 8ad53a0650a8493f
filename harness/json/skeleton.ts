import { scanJson, type JsonScan } from './json-scan.ts';
import { bytesOf, type TextBytes } from './text-bytes.ts';

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const minus = 0x2d;
const plus = 0x2b;
const point = 0x2e;
const smallE = 0x65;

/** Digits that a double always holds exactly. */
const safeDigits = 15;
const wordBytes = 4;
const quotes = 0x22222222;
const backslashes = 0x5c5c5c5c;
const spaces = 0x20202020;

/** A value, and the part before it that never changes. */
interface Slot {
  readonly fixed: Int32Array;
  /** Bytes of the part, the last word of which may be only partly of it. */
  readonly length: number;
  readonly lastMask: number;
  /** `end` stands for the end of the text. */
  readonly value: 'string' | 'number' | 'end';
}

/** Values whose places are told; those behind them only have to fit. */
const toldValues = 64;

/** Where the values of the text that was tried last begin and end, in bytes. */
const starts = new Int32Array(toldValues);
const ends = new Int32Array(toldValues);
let escaped = false;

/**
 * What stays the same from frame to frame of one kind: everything but the strings and numbers that are values. A text
 * that fits has the same keys and types as the text it was learned from. Texts are read as UTF-8, four bytes at a time:
 * the code units of a string, one by one, are four times as dear to get at (measured).
 */
export class Skeleton {
  readonly #slots: readonly Slot[];

  /** The scan of the text it was learned from, which is that of all that fit. */
  readonly scan: JsonScan;

  /**
   * Learns from a valid JSON text.
   *
   * @param isFixed Whether the value at this place in line stays the same, too.
   */
  constructor(raw: string, isFixed: (nth: number) => boolean = () => false) {
    const { bytes, length } = bytesOf(raw);
    const text = bytes.subarray(0, length);
    const slots: Slot[] = [];
    let start = 0;
    let nth = 0;
    for (let place = 0; place < text.length; place += 1) {
      const byte = text[place] ?? 0;
      if (byte === quote) {
        const end = endOfLearned(text, place + 1);
        if (!isKey(text, end) && !isFixed(nth++)) {
          slots.push(slotOf(text.subarray(start, place + 1), 'string'));
          start = end;
        }
        place = end;
      } else if (isDigit(byte) || byte === minus) {
        const begins = place;
        place += 1;
        while (isInNumber(text[place] ?? 0)) place += 1;
        const plain = text
          .subarray(begins + 1, place)
          .every((each) => isDigit(each) || each === point);
        if (!isFixed(nth++) && plain) {
          slots.push(slotOf(text.subarray(start, begins), 'number'));
          start = place;
        }
        place -= 1;
      }
    }
    slots.push(slotOf(text.subarray(start), 'end'));
    this.#slots = slots;
    this.scan = scanJson(raw);
  }

  /** Whether the text differs only in values, all of which a reader is sure to read as they are. */
  fits(bytes: TextBytes): boolean {
    const { view: text, length } = bytes;
    let place = 0;
    let nth = 0;
    escaped = false;
    for (const { fixed, length: part, lastMask, value } of this.#slots) {
      if (place + part > length) return false;
      const last = fixed.length - 1;
      for (let word = 0; word < last; word += 1) {
        if (text.getInt32(place + word * wordBytes, true) !== fixed[word]) return false;
      }
      const differs = text.getInt32(place + last * wordBytes, true) ^ (fixed[last] ?? 0);
      if ((differs & lastMask) !== 0) return false;
      place += part;
      starts[nth] = place;
      if (value === 'string') place = endOfString(text, place, length);
      else if (value === 'number') {
        const end = endOfNumber(text, place, length);
        if (end === place || end - place > safeDigits) return false;
        place = end;
      }
      ends[nth] = place;
      nth += 1;
    }
    if (place !== length) return false;
    bytes.fits = this;
    return true;
  }

  /** How many values may be others. */
  get values(): number {
    return this.#slots.length - 1;
  }

  /** After `fits`: no string has an escape in it, so that each value is what stands there. */
  get isPlain(): boolean {
    return !escaped && this.values <= toldValues;
  }

  /** After `fits`: where the value begins, in bytes. */
  startOf(nth: number): number {
    return starts[nth] ?? 0;
  }

  /** After `fits`: the place behind the value, in bytes. */
  endOf(nth: number): number {
    return ends[nth] ?? 0;
  }
}

function slotOf(part: Uint8Array, value: Slot['value']): Slot {
  const fixed = new Int32Array(Math.max(1, Math.ceil(part.length / wordBytes)));
  const view = new DataView(fixed.buffer);
  for (const [place, byte] of part.entries()) view.setUint8(place, byte);
  for (let word = 0; word < fixed.length; word += 1) {
    fixed[word] = view.getInt32(word * wordBytes, true);
  }
  const unused = fixed.length * wordBytes - part.length;
  const lastMask = unused === wordBytes ? 0 : (-1 >>> (8 * unused)) | 0;
  return { fixed, length: part.length, lastMask, value };
}

/** Its lowest set bit is in the first of the four bytes that is the one that `same` repeats (Warren, "Hacker's Delight", 6-1). */
function findIn(word: number, same: number): number {
  const differs = word ^ same;
  return (differs - 0x01010101) & ~differs & 0x80808080;
}

/** Like `findIn`, for bytes below the space. */
function findControl(word: number): number {
  return (word - spaces) & ~word & 0x80808080;
}

/** Place of the quote that ends a string; the end of the text where there is none. */
function endOfString(text: DataView, start: number, length: number): number {
  let end = start;
  while (end < length) {
    const word = text.getInt32(end, true);
    const found = findIn(word, quotes) | findIn(word, backslashes) | findControl(word);
    if (found === 0) end += wordBytes;
    else {
      end += (31 - Math.clz32(found & -found)) >>> 3;
      const byte = text.getUint8(end);
      if (byte === quote) break;
      // Not JSON: nothing begins there that could fit.
      if (byte !== backslash) return length;
      escaped = true;
      end += 2;
    }
  }
  return Math.min(end, length);
}

function endOfLearned(text: Uint8Array, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== quote) end += text[end] === backslash ? 2 : 1;
  return end;
}

function isKey(text: Uint8Array, end: number): boolean {
  let after = end + 1;
  while ((text[after] ?? colon) <= 0x20) after += 1;
  return text[after] === colon;
}

function isInNumber(byte: number): boolean {
  const letter = byte | 0x20;
  return isDigit(byte) || byte === point || byte === minus || byte === plus || letter === smallE;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Digits with a point and a sign; an exponent ends it, and no text that was learned goes on with one. */
function endOfNumber(text: DataView, start: number, length: number): number {
  let end = text.getUint8(start) === minus ? start + 1 : start;
  for (; end < length; end += 1) {
    const byte = text.getUint8(end);
    if (!isDigit(byte) && byte !== point) break;
  }
  return end;
}
