import type { Entry } from '../summary/entry.ts';

/** Element id of an entry, and so its deep link: `check=PAIR-OPEN`. */
export function addressOf(entry: Pick<Entry, 'kind' | 'id'>): string {
  return `${entry.kind}=${encodeURIComponent(entry.id)}`;
}
