/** Draws a number in [0, 1). */
export type Random = () => number;

/** 32-bit FNV-1a of the seed's UTF-16 code units (Fowler, Noll and Vo, RFC 9923), from a chosen offset basis. */
function hash(text: string, basis: number): number {
  let state = basis;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state;
}

/**
 * A seeded generator, so that every verdict can be drawn again from its seed: `sfc32` of Chris Doty-Humphrey
 * (PractRand 0.94, "small fast counting"), period at least 2^32, about 3 ns a number. Not for secrets.
 */
export function createRandom(seed: string): Random {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x050c5d1f);
  let c = hash(seed, 0x1b873593);
  let counter = 1;
  const draw = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 0x1_0000_0000;
  };
  // Similar seeds start close together; the author of sfc32 mixes 15 rounds before the first draw.
  for (let round = 0; round < 15; round += 1) draw();
  return draw;
}
