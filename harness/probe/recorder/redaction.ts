import { createHash } from 'node:crypto';
import { secretPrefix } from '../../contract/history.ts';
import { Beginnings } from './beginnings.ts';
import { BitFilter } from './bit-filter.ts';

/** Code units at its end by which a secret is recognised: tokens all begin alike. Shorter ones are searched for one by one. */
const window = 8;
/** Code units that are looked at in one place of a text, and the way from there to the next place. */
const piece = 4;
const stride = window - piece + 1;

/**
 * Replaces known secrets by a short hash: never stored in the clear, still comparable.
 * A load knows thousands of tokens, which begin alike: a text without any of the few beginnings holds none of them.
 * Any other text is gone through once, whatever their number, and in strides (Wu and Manber, 1994): wherever the last
 * eight code units of a secret are, one of the places holds four of them.
 */
export class Redaction {
  readonly #marks = new Map<string, string>();
  readonly #short = new Set<string>();
  readonly #beginnings = new Beginnings();
  readonly #byEnding = new Map<string, string[]>();
  readonly #pieces = new BitFilter();
  readonly #endings = new BitFilter();

  /** Returns the mark that stands for this secret from now on. */
  add(secret: string): string {
    const known = this.#marks.get(secret);
    if (known !== undefined) return known;
    const hash = createHash('sha256').update(secret).digest('hex').slice(0, 12);
    const mark = `${secretPrefix}${hash}]`;
    this.#marks.set(secret, mark);
    if (secret.length < window) this.#short.add(secret);
    else this.#index(secret);
    this.#beginnings.add(secret);
    return mark;
  }

  apply(text: string): string {
    const found = this.#find(text);
    if (found === undefined) return text;
    let clean = text;
    // Longest first, because one may contain another.
    for (const secret of [...found].toSorted((one, other) => other.length - one.length)) {
      clean = clean.replaceAll(secret, this.#marks.get(secret) ?? '');
    }
    return clean;
  }

  #index(secret: string): void {
    const ending = secret.slice(-window);
    for (let at = 0; at < stride; at += 1) this.#pieces.add(ending, at, piece);
    this.#endings.add(ending, 0, window);
    const others = this.#byEnding.get(ending);
    if (others === undefined) this.#byEnding.set(ending, [secret]);
    else others.push(secret);
  }

  #find(text: string): Set<string> | undefined {
    if (!this.#beginnings.mayBeIn(text)) return undefined;
    let found: Set<string> | undefined;
    for (const secret of this.#short) if (text.includes(secret)) (found ??= new Set()).add(secret);
    const last = text.length - piece;
    for (let at = stride - 1; at <= last; at += stride) {
      if (!this.#pieces.mayHold(text, at, piece)) continue;
      for (let start = at - stride + 1; start <= at; start += 1) {
        if (!this.#endings.mayHold(text, start, window)) continue;
        for (const secret of this.#byEnding.get(text.slice(start, start + window)) ?? []) {
          if (text.endsWith(secret, start + window)) (found ??= new Set()).add(secret);
        }
      }
    }
    return found;
  }
}
