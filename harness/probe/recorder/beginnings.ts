/** Words whose first code units are the same are one family. */
const familyLength = 4;
/** With more families than this, looking for each costs more than it saves. */
const most = 4;

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
    this.#list = [...this.#known.values()];
    if (this.#known.size > most) this.#known = undefined;
  }

  /** `true` also where nobody knows. */
  mayBeIn(text: string): boolean {
    if (this.#known === undefined) return true;
    for (const beginning of this.#list) if (text.includes(beginning)) return true;
    return false;
  }
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
