const blankLine = /\r\n\r\n|\n\n|\r\r/;

/** Cuts the bytes of an event stream into blocks of lines, each without the blank line that ends it. */
export function splitEvents(): (chunk: Uint8Array) => string[] {
  const decoder = new TextDecoder();
  let rest = '';
  return (chunk) => {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split(blankLine);
    rest = blocks.pop() ?? '';
    return blocks;
  };
}
