import { existsSync } from 'node:fs';
import { HarnessError } from '../contract/harness-error.ts';
import { storeLocation } from '../run/keep-result.ts';

/**
 * The store that is asked for what it holds. Throws `STORE_UNREADABLE` where its file is not there: an empty one, made
 * because of a name that was misspelt, would say that nothing ever ran.
 */
export function storedLocation(given?: string): string {
  const location = storeLocation(given);
  if (location.includes('://') || existsSync(location)) return location;
  throw new HarnessError('STORE_UNREADABLE', 'there is no such result store', { where: location });
}
