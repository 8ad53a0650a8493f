/** Bytes the Python reader looks for, by name. */
export const byte = {
  tab: 9,
  newline: 10,
  formFeed: 12,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  openParen: 40,
  closeParen: 41,
  star: 42,
  comma: 44,
  minus: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  semicolon: 59,
  equals: 61,
  greater: 62,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const;

/** 1 for every byte of an identifier or number; bytes from 128 on belong to identifiers. */
export const wordBytes = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= 128 || /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** 1 for white space, the backslash that joins lines included. */
export const blankBytes = new Uint8Array(256);
for (const letter of Buffer.from(' \t\n\r\f\\')) blankBytes[letter] = 1;

/** First offset that is no white space, or `to`. */
export function skipBlank(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && blankBytes[bytes[at] ?? 0] === 1) at += 1;
  return at;
}

/** Offset after the last byte that is no white space, or `from`. */
export function trimBlank(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && blankBytes[bytes[end - 1] ?? 0] === 1) end -= 1;
  return end;
}
