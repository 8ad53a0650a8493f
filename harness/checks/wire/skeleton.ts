const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const minus = 0x2d;
const point = 0x2e;

/** Digits that a double always holds exactly. */
const safeDigits = 15;

type Slot = 'string' | 'number';

/**
 * What stays the same from frame to frame of one kind: everything but the strings and numbers that are values. A text
 * that fits has the same keys and types as the text it was learned from.
 */
export class Skeleton {
  /** One more than there are slots. */
  readonly #fixed: readonly string[];
  readonly #slots: readonly Slot[];

  /** Learns from a valid JSON text. */
  constructor(raw: string) {
    const fixed: string[] = [];
    const slots: Slot[] = [];
    let start = 0;
    for (let place = 0; place < raw.length; place += 1) {
      const code = raw.charCodeAt(place);
      if (code === quote) {
        const end = endOfString(raw, place + 1);
        if (!isKey(raw, end)) {
          fixed.push(raw.slice(start, place + 1));
          slots.push('string');
          start = end;
        }
        place = end;
      } else if (isDigit(code) || code === minus) {
        fixed.push(raw.slice(start, place));
        slots.push('number');
        start = endOfNumber(raw, place);
        place = start - 1;
      }
    }
    fixed.push(raw.slice(start));
    this.#fixed = fixed;
    this.#slots = slots;
  }

  /** Whether a text differs only in values, all of which a reader is sure to read as they are. */
  fits(raw: string): boolean {
    const fixed = this.#fixed;
    const slots = this.#slots;
    let place = 0;
    for (let index = 0; index < slots.length; index += 1) {
      const part = fixed[index] ?? '';
      if (!raw.startsWith(part, place)) return false;
      place += part.length;
      const end = slots[index] === 'string' ? endOfString(raw, place) : endOfNumber(raw, place);
      if (slots[index] === 'number' && (end === place || end - place > safeDigits)) return false;
      place = end;
    }
    const last = fixed[slots.length] ?? '';
    return raw.length === place + last.length && raw.startsWith(last, place);
  }
}

/** Place of the quote that ends a string; the end of the text where there is none. */
function endOfString(raw: string, start: number): number {
  let end = raw.indexOf('"', start);
  while (end > 0 && raw.charCodeAt(end - 1) === backslash && isEscaped(raw, end)) {
    end = raw.indexOf('"', end + 1);
  }
  return end < 0 ? raw.length : end;
}

function isEscaped(raw: string, place: number): boolean {
  let slashes = 0;
  while (raw.charCodeAt(place - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1;
}

function isKey(raw: string, end: number): boolean {
  let after = end + 1;
  while (raw.charCodeAt(after) <= 0x20) after += 1;
  return raw.charCodeAt(after) === colon;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits with a point and a sign; an exponent ends it, and what follows then fits nothing. */
function endOfNumber(raw: string, start: number): number {
  let end = raw.charCodeAt(start) === minus ? start + 1 : start;
  for (; end < raw.length; end += 1) {
    const code = raw.charCodeAt(end);
    if (!isDigit(code) && code !== point) break;
  }
  return end;
}
