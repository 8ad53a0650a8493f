/** @typedef {import('../../../contract/mark.ts').Mark & { readonly index: number }} Mark `index`: its place among all marks */

const texts = /** @type {const} */ (['kind', 'run', 'call', 'tool', 'outcome', 'direction']);

/**
 * What was packed as deflated JSON in base64.
 * @param {string} packed @returns {Promise<any>}
 */
export function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const opened = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(opened).json();
}

/**
 * Columns, which pack well, as marks, which are easy to draw.
 * @param {import('../../../contract/mark-columns.ts').MarkColumns} columns @returns {Mark[]}
 */
export function readMarks(columns) {
  let n = 0;
  let time = 0;
  return columns.lane.map((lane, index) => {
    n += columns.n[index] ?? 0;
    time += columns.at[index] ?? 0;
    /** @type {any} */
    const mark = { index, lane, n, at: time / 1000 };
    for (const field of texts) {
      const place = columns[field][index] ?? 0;
      if (place > 0) mark[field] = columns.words[place];
    }
    const replay = columns.replay[index] ?? 0;
    if (replay > 0) mark.replay = replay === 1;
    return mark;
  });
}

/**
 * The raw frame of a mark; undefined when it found no room.
 * @param {import('../../../contract/timeline.ts').Timeline} timeline @param {number} index
 * @returns {Promise<string | undefined>}
 */
export async function readFrame({ frames }, index) {
  const block = frames.findLast(({ first }) => first <= index);
  if (block === undefined) return undefined;
  return (await unpack(block.packed))[index - block.first];
}
