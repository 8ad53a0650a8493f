/** Where two texts part, in UTF-16 code units; the shorter length where one begins with the other. */
export function firstDifference(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  let place = 0;
  while (place < shorter && left.charCodeAt(place) === right.charCodeAt(place)) place += 1;
  return place;
}
