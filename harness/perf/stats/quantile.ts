/**
 * The `p` quantile (0 … 1) of samples in ascending order, interpolated linearly between order statistics
 * (definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996). NaN without samples.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const position = (ascending.length - 1) * p;
  const below = ascending[Math.floor(position)];
  const above = ascending[Math.ceil(position)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}
