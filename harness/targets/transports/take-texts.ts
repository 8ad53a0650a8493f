/** First byte of a frame that is a whole text message and uses no extension (RFC 6455, section 5.2). */
const wholeText = 0x81;
/** Length that says that the next two bytes hold it. A set mask bit is above it, and so is the mark of long frames. */
const inTwoBytes = 126;
/** Stands for bytes that are no UTF-8, and is hardly ever sent by itself. */
const replacement = '\uFFFD';

export interface TextTaker {
  /** Whether the next byte begins a message. */
  isReady(): boolean;
  text(text: string): void;
}

/**
 * Takes the text frames that these bytes begin with, as long as they are whole, short and beyond doubt.
 *
 * @returns The place behind them. What is there is for a reader of all of the protocol.
 */
export function takeTexts(bytes: Buffer, length: number, taker: TextTaker): number {
  let at = 0;
  while (at + 1 < length && bytes[at] === wholeText) {
    const short = bytes[at + 1] ?? 0;
    if (short > inTwoBytes || (short === inTwoBytes && at + 3 >= length)) return at;
    const wide = short === inTwoBytes;
    const start = at + (wide ? 4 : 2);
    const end = start + (wide ? bytes.readUInt16BE(at + 2) : short);
    if (end > length) return at;
    const text = bytes.toString('utf8', start, end);
    if (text.includes(replacement)) return at;
    at = end;
    taker.text(text);
  }
  return at;
}
