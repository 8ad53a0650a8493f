import { canaryPrefix } from '../../contract/history.ts';

/** How the prefix looks in base64, by how many bytes of a group of three come before it; all but what both ends share. */
const masks = [0, 1, 2].map((before) => {
  const encoded = btoa('\0'.repeat(before) + canaryPrefix);
  const shared = before === 0 ? 0 : before + 1;
  const whole = Math.floor(((before + canaryPrefix.length) * 8) / 6);
  return { needle: encoded.slice(shared, whole), shared, behind: before + canaryPrefix.length };
});

const escaped = /\\+u00([\da-f]{2})/gi;
/** A canary is shorter by far; words of any length must not be decoded once per prefix in them. */
const word = /[\w+/-]{0,128}/y;

/**
 * What a text says that is not to be read in it as it stands: ASCII characters in `\uXXXX` form, and base64 around a
 * canary. Empty where there is neither.
 */
export function unmask(text: string): string {
  const plain = text.includes('\\u00')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : '';
  return masks.reduce((read, mask) => read + decodeBehind(text, mask), plain);
}

function decodeBehind(text: string, { needle, shared, behind }: (typeof masks)[number]): string {
  let read = '';
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    word.lastIndex = at;
    const rest = word.exec(text)?.[0] ?? '';
    // What stands before the needle in its group of four is another's; any letters keep the bytes behind it in place.
    const code = 'A'.repeat(shared) + rest.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = atob(code.slice(0, code.length - (code.length % 4 === 1 ? 1 : 0)));
    read += ` ${canaryPrefix}${bytes.slice(behind)}`;
  }
  return read;
}
