/** C0 and C1 controls, line and paragraph separators, and the marks that reverse reading direction. */
const unseen =
  // eslint-disable-next-line no-control-regex -- these are exactly what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Writes what cannot be seen as an escape: bytes of a target must never steer the reader's terminal. */
export function makeVisible(text: string): string {
  return text.replaceAll(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
