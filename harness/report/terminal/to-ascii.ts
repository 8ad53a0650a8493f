const replacements: Readonly<Record<string, string>> = {
  '·': '|',
  '…': '~',
  '≤': '<',
  '≥': '>',
  '—': '-',
  '–': '-',
  '→': '>',
  '×': 'x',
  µ: 'u',
  '’': "'",
  '“': '"',
  '”': '"',
};

/** One ASCII character for each that is not, so that columns stay aligned; what has no likeness becomes `?`. */
export function toAscii(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, (character) => replacements[character] ?? '?');
}
