import { canaryPrefix, type RecordOf } from '../../contract/history.ts';

const firstCharacter = canaryPrefix.charAt(0);

/** 1 for the characters a canary may hold after its prefix: letters, digits, `_` and `-`. */
const canaryCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

export interface Canary {
  readonly text: string;
  readonly owner: string;
  /** Record that planted it. */
  readonly planted: number;
  /** Its owner received it at least once: it does travel, so its absence elsewhere means something. */
  travelled: boolean;
}

const none: readonly Canary[] = [];

/** Every secret string that was planted, found by one search for their common prefix. */
export class Canaries {
  readonly #known = new Map<string, Canary>();
  #longest = 0;
  #last: Canary | undefined;

  plant({ canary, user, n }: RecordOf<'plant'>): void {
    this.#longest = Math.max(this.#longest, canary.length);
    if (this.#known.has(canary)) return;
    this.#known.set(canary, { text: canary, owner: user, planted: n, travelled: false });
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** The end of a text that may be the beginning of a canary; empty where there is none. */
  unfinished(text: string): string {
    const earliest = text.length - this.#longest;
    let place = text.lastIndexOf(firstCharacter);
    while (place >= 0 && place > earliest) {
      const rest = text.slice(place);
      if (rest.startsWith(canaryPrefix) || canaryPrefix.startsWith(rest)) return rest;
      place = place === 0 ? -1 : text.lastIndexOf(firstCharacter, place - 1);
    }
    return '';
  }

  /** The canary that begins here. The one found last is often there again: an answer repeats what its tool gave. */
  #at(text: string, place: number): Canary | undefined {
    const last = this.#last;
    if (last !== undefined && text.startsWith(last.text, place)) {
      if (!continues(text, place + last.text.length)) return last;
    }
    this.#last = this.#known.get(wordAt(text, place));
    return this.#last;
  }

  /** The canaries in a text, in order; costs one search where there is none. */
  findIn(text: string): readonly Canary[] {
    if (this.#known.size === 0) return none;
    let place = text.indexOf(canaryPrefix);
    if (place < 0) return none;
    const found: Canary[] = [];
    while (place >= 0) {
      const canary = this.#at(text, place);
      if (canary !== undefined) found.push(canary);
      place = text.indexOf(canaryPrefix, place + canaryPrefix.length);
    }
    return found;
  }
}

function wordAt(text: string, start: number): string {
  let end = start + canaryPrefix.length;
  while (continues(text, end)) end += 1;
  return text.slice(start, end);
}

function continues(text: string, place: number): boolean {
  return place < text.length && canaryCharacters[text.charCodeAt(place)] === 1;
}
