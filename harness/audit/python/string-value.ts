/** Where the quotes of a literal begin: after at most two letters. */
function quoteAt(spelling: string): number {
  let at = 0;
  while (at < 2 && spelling[at] !== '"' && spelling[at] !== "'") at += 1;
  return at;
}

function isTripled(spelling: string, at: number, quote: string): boolean {
  return spelling[at] === quote && spelling[at + 1] === quote && spelling[at + 2] === quote;
}

/**
 * What a Python string literal says, without prefix and quotes; escapes stay as written, because only names
 * and paths are compared. Undefined for a formatted string with a replacement field.
 */
export function stringValue(spelling: string): string | undefined {
  const start = quoteAt(spelling);
  const quote = spelling[start] ?? '';
  const width = spelling.length >= start + 6 && isTripled(spelling, start, quote) ? 3 : 1;
  const end = spelling.length - width;
  const closed =
    end >= start + width &&
    (width === 3 ? isTripled(spelling, end, quote) : spelling[end] === quote);
  const value = spelling.slice(start + width, closed ? end : undefined);
  if (start === 0) return value;
  return /[ft]/i.test(spelling.slice(0, start)) && value.includes('{') ? undefined : value;
}
