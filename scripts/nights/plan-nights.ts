/** What is changed about the platform on one night. */
export interface Night {
  /** From 0. */
  readonly index: number;
  /** ISO 8601; nights follow each other, at two o'clock UTC. */
  readonly date: string;
  /** The state of the migration. */
  readonly phase: 0 | 1 | 2 | 3 | 4;
  /** What the road to the platform adds to every answer, in ms. */
  readonly delayMs: number;
  /** The road breaks once in the middle of a journey. */
  readonly broken: boolean;
  /** Nobody answers. */
  readonly down: boolean;
}

const dayMs = 86_400_000;

/** Share of the nights at which each phase begins, and of those on which a slow gateway is in the way. */
const phaseFrom = [0, 0.2, 0.4, 0.65, 0.85] as const;
const slow = { from: 0.5, to: 0.75, delayMs: 30 };
const brokenShare = 0.08;

/** The changes of these nights; the same seed gives the same ones. */
export function planNights(count: number, seed: number, last: Date): Night[] {
  const random = generator(seed);
  const twoOClock = Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), last.getUTCDate(), 2);
  return Array.from({ length: count }, (_, index) => {
    const share = index / count;
    const chance = random();
    return {
      index,
      date: new Date(twoOClock - (count - 1 - index) * dayMs).toISOString(),
      phase: phaseFrom.findLastIndex((from) => share >= from) as Night['phase'],
      delayMs: share >= slow.from && share < slow.to ? slow.delayMs : 0,
      broken: chance < brokenShare,
      down: chance > 1 - brokenShare / 2,
    };
  });
}

/** Lehmer's generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
