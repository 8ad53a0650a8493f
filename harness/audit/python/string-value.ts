/** Where the quotes of a literal begin: after at most two letters. */
function quoteAt(spelling: string): number {
  let at = 0;
  while (at < 2 && spelling[at] !== '"' && spelling[at] !== "'") at += 1;
  return at;
}

/**
 * What a Python string literal says, without prefix and quotes; escapes stay as written, because only names
 * and paths are compared. Undefined for a formatted string with a replacement field.
 */
export function stringValue(spelling: string): string | undefined {
  const start = quoteAt(spelling);
  const quote = spelling[start] ?? '';
  const triple = spelling.length >= start + 6 && spelling.startsWith(quote.repeat(3), start);
  const width = triple ? 3 : 1;
  const closed = spelling.endsWith(quote.repeat(width)) && spelling.length >= start + 2 * width;
  const value = spelling.slice(start + width, closed ? -width : undefined);
  return /[ft]/i.test(spelling.slice(0, start)) && value.includes('{') ? undefined : value;
}
