import { createHash } from 'node:crypto';
import { secretPrefix } from '../../contract/history.ts';

/** Code units at its end by which a secret is first recognised: tokens all begin alike. Shorter ones are searched for one by one. */
const window = 8;
const filterBits = 20;
/** Tokens of one target begin alike: while there are few beginnings, a text without any of them holds no secret. */
const beginning = 4;
const mostBeginnings = 4;

/** Keeps four bits of each of the last eight code units: what leaves the window falls out at the top. */
const roll = (seen: number, code: number): number => (seen << 4) | ((code ^ (code >> 4)) & 0xf);

/** Spreads them over the filter (Fibonacci hashing; Knuth, "Sorting and searching", section 6.4). */
const place = (seen: number): number => Math.imul(seen, 0x9e3779b1) >>> (32 - filterBits);

/**
 * Replaces known secrets by a short hash: never stored in the clear, still comparable.
 * A load knows thousands of tokens, so a text is gone through once, whatever their number (Karp and Rabin, 1987):
 * a rolling mark of eight code units, a place for each that ends a secret, and a closer look where that is taken.
 */
export class Redaction {
  readonly #marks = new Map<string, string>();
  readonly #short = new Set<string>();
  readonly #byEnding = new Map<string, string[]>();
  readonly #filter = new Uint8Array(1 << filterBits);
  readonly #beginnings = new Set<string>();

  /** Returns the mark that stands for this secret from now on. */
  add(secret: string): string {
    const known = this.#marks.get(secret);
    if (known !== undefined) return known;
    const hash = createHash('sha256').update(secret).digest('hex').slice(0, 12);
    const mark = `${secretPrefix}${hash}]`;
    this.#marks.set(secret, mark);
    this.#beginnings.add(secret.slice(0, beginning));
    if (secret.length < window) this.#short.add(secret);
    else this.#index(secret);
    return mark;
  }

  apply(text: string): string {
    if (!this.#mayHold(text)) return text;
    let clean = text;
    for (const secret of this.#find(text)) {
      clean = clean.replaceAll(secret, this.#marks.get(secret) ?? '');
    }
    return clean;
  }

  #mayHold(text: string): boolean {
    if (this.#beginnings.size > mostBeginnings) return true;
    for (const each of this.#beginnings) if (text.includes(each)) return true;
    return false;
  }

  #index(secret: string): void {
    const ending = secret.slice(-window);
    let seen = 0;
    for (let at = 0; at < window; at += 1) seen = roll(seen, ending.charCodeAt(at));
    this.#filter[place(seen)] = 1;
    const others = this.#byEnding.get(ending);
    if (others === undefined) this.#byEnding.set(ending, [secret]);
    else others.push(secret);
  }

  /** The secrets in a text, longest first, because one may contain another. */
  #find(text: string): string[] {
    const filter = this.#filter;
    const found = new Set<string>();
    for (const secret of this.#short) if (text.includes(secret)) found.add(secret);
    let seen = 0;
    for (let at = 0; at < text.length; at += 1) {
      seen = roll(seen, text.charCodeAt(at));
      if (filter[place(seen)] === 0) continue;
      for (const secret of this.#byEnding.get(text.slice(at + 1 - window, at + 1)) ?? []) {
        if (text.endsWith(secret, at + 1)) found.add(secret);
      }
    }
    return [...found].toSorted((one, other) => other.length - one.length);
  }
}
