/** Frames are shown up to so many characters. */
const shown = 300;

/** A frame, or another text of a target, on one line of bearable length. */
export function showRaw(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > shown ? `${flat.slice(0, shown)}…` : flat;
}
