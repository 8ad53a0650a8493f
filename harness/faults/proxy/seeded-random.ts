import { createHash } from 'node:crypto';

/** Numbers from 0 to 1, the same row for the same seed. */
export function seededRandom(seed: string): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    const digest = createHash('sha256').update(`${seed}\n${drawn}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}
