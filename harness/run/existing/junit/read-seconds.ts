/**
 * Seconds as reports write them: `0.012`, `1.2e-05`, `1,234.5` (thousands), `0,012` (decimal comma), `12ms`, `3 s`.
 * `NaN` where the text is no number; a negative one stays negative.
 */
export function readSeconds(text: string): number {
  const [, number = '', unit = ''] = /^\s*(.*?)\s*(ms|s)?\s*$/.exec(text) ?? [];
  if (number === '') return Number.NaN;
  const value = Number(withoutCommas(number));
  return unit === 'ms' ? value / 1000 : value;
}

/** The last of two kinds of separators is the decimal one; a comma alone is one, several are not. */
function withoutCommas(number: string): string {
  const commas = number.split(',').length - 1;
  if (commas === 0) return number;
  if (number.lastIndexOf('.') > number.lastIndexOf(',')) return number.replaceAll(',', '');
  if (number.includes('.')) return number.replaceAll('.', '').replace(',', '.');
  return commas === 1 ? number.replace(',', '.') : number.replaceAll(',', '');
}
