interface Named {
  /** `intent: trait`. */
  readonly trait: string;
}

/** A shift of less than this share of the largest one of its intent is told behind the others. */
const telling = 0.5;

/** A difference, how far its share moved, and the earliest step of a run that shows its trait. */
export interface Placed<Difference extends Named = Named> {
  readonly difference: Difference;
  readonly shift: number;
  readonly step: number;
}

/**
 * What changed before what follows from it: an event that is missing is also missed by its neighbours, and changes how
 * the run ends. Intents go by their largest shift; in each, what a run shows earliest comes first.
 */
export function causesFirst<Difference extends Named>(
  all: readonly Placed<Difference>[],
): Difference[] {
  const largest = new Map<string, number>();
  for (const each of all) {
    const intent = intentOf(each);
    largest.set(intent, Math.max(each.shift, largest.get(intent) ?? 0));
  }
  const most = (each: Placed): number => largest.get(intentOf(each)) ?? 0;
  const isFaint = (each: Placed): number => Number(each.shift < telling * most(each));
  return all
    .toSorted(
      (one, other) =>
        most(other) - most(one) ||
        intentOf(one).localeCompare(intentOf(other)) ||
        isFaint(one) - isFaint(other) ||
        one.step - other.step ||
        Number(isNeighbourhood(one)) - Number(isNeighbourhood(other)),
    )
    .map(({ difference }) => difference);
}

function intentOf({ difference: { trait } }: Placed): string {
  return trait.slice(0, trait.indexOf(': '));
}

/** Which kind follows which changes with every event that comes or goes. */
function isNeighbourhood({ difference: { trait } }: Placed): boolean {
  return trait.includes(' then ');
}
