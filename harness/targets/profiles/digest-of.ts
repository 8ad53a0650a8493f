import { hash } from 'node:crypto';

/** What was asked for last: the same tool is often called with the same arguments, again and again. */
let latest = '';
let latestDigest = digest(latest);

/** Equal digests are equal values. */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  if (text === latest) return latestDigest;
  latest = text;
  latestDigest = digest(text);
  return latestDigest;
}

function digest(text: string): string {
  return hash('sha1', text, 'base64url');
}
