import { median } from './median.ts';

/** The median of the slopes between all pairs of points (Theil–Sen): one step in the curve does not move it. */
export function medianSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x, y], nth) =>
    points.slice(nth + 1).map(([laterX, laterY]) => (laterY - y) / (laterX - x)),
  );
  return median(slopes);
}
