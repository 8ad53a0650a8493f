/** Words whose first code units are the same are one family. */
const familyLength = 4;
/** With more families than this, looking for each costs more than it saves. */
const most = 4;

/** Letters by how often JSON of events holds them, the most frequent first; all others are rare. */
const frequent = 'e"tanosir_dlcmup:,-0123456789fghbywv. ';

/** What a number of words begin with: one search for each family tells at once that a text holds none of them. */
export class Beginnings {
  /** By family; `undefined` once there are too many. */
  #known: Map<string, string> | undefined = new Map();
  #list: readonly string[] = [];

  add(word: string): void {
    if (this.#known === undefined) return;
    const family = word.slice(0, familyLength);
    const known = this.#known.get(family);
    this.#known.set(family, known === undefined ? word : commonStart(known, word));
    this.#list = [...this.#known.values()].map((beginning) => rarePart(beginning));
    if (this.#known.size > most) this.#known = undefined;
  }

  /** `true` also where nobody knows. */
  mayBeIn(text: string): boolean {
    if (this.#known === undefined) return true;
    for (const beginning of this.#list) if (text.includes(beginning)) return true;
    return false;
  }
}

/**
 * A text that holds a word holds each part of it, too. Searching begins anew wherever the first letter stands, which is
 * why it takes a fraction of the time for a rare one.
 */
function rarePart(beginning: string): string {
  let rarest = 0;
  for (let place = 1; place <= beginning.length - familyLength; place += 1) {
    if (rarity(beginning, place) > rarity(beginning, rarest)) rarest = place;
  }
  return beginning.slice(rarest);
}

function rarity(text: string, place: number): number {
  const rank = frequent.indexOf(text.charAt(place));
  return rank < 0 ? frequent.length : rank;
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
