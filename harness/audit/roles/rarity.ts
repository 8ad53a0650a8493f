/** Weight of a word: the rarer it is among all documents, the more it tells. */
export interface Rarity {
  weight(word: string): number;
}

/** Inverse document frequency, ln(1 + N / df). A word never seen weighs as if seen once. */
export function createRarity(documents: Iterable<Iterable<string>>): Rarity {
  const frequency = new Map<string, { count: number; last: number }>();
  let total = 0;
  for (const document of documents) {
    total += 1;
    for (const word of document) {
      const known = frequency.get(word);
      if (known === undefined) frequency.set(word, { count: 1, last: total });
      else if (known.last !== total) {
        known.count += 1;
        known.last = total;
      }
    }
  }
  const weightOf = (count: number): number => Math.log(1 + Math.max(1, total) / count);
  const weights = new Map([...frequency].map(([word, { count }]) => [word, weightOf(count)]));
  const unseen = weightOf(1);
  return { weight: (word) => weights.get(word) ?? unseen };
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
