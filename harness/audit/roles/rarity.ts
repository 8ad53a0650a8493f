/** Weight of a word: the rarer it is among all documents, the more it tells. */
export interface Rarity {
  weight(word: string): number;
  /** Positions of the documents that hold a word, rising. */
  holders(word: string): readonly number[];
}

const nobody: readonly number[] = [];

/** Inverse document frequency, ln(1 + N / df). A word never seen weighs as if seen once. */
export function createRarity(documents: Iterable<Iterable<string>>): Rarity {
  const holders = new Map<string, number[]>();
  let total = 0;
  for (const document of documents) {
    for (const word of document) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [total]);
      else if (known.at(-1) !== total) known.push(total);
    }
    total += 1;
  }
  return {
    weight: (word) => Math.log(1 + Math.max(1, total) / (holders.get(word)?.length ?? 1)),
    holders: (word) => holders.get(word) ?? nobody,
  };
}

function sum(words: Iterable<string>, rarity: Rarity): number {
  let total = 0;
  for (const word of words) total += rarity.weight(word);
  return total;
}

export interface Overlap {
  readonly jaccard: number;
  /** Share of the smaller set that the other one has. */
  readonly containment: number;
  /** Share of `right` that `left` has. */
  readonly covered: number;
}

/** Weighted overlap of two sets of words, each share 0 to 1; two empty sets overlap in nothing. */
export function overlap(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  rarity: Rarity,
): Overlap {
  const shared = sum(left.intersection(right), rarity);
  const [ofLeft, ofRight] = [sum(left, rarity), sum(right, rarity)];
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  return {
    jaccard: share(ofLeft + ofRight - shared),
    containment: share(Math.min(ofLeft, ofRight)),
    covered: share(ofRight),
  };
}
