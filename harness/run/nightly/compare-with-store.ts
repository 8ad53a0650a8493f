import type { Result } from '../../contract/result.ts';
import { compareNights } from '../../report/nights/compare-nights.ts';
import { openStore } from '../../report/store/open-store.ts';
import { storeLocation } from '../keep-result.ts';
import type { NightOrder } from './night-order.ts';

/** Runs that are looked through for nights: gates of the same target stand between them. */
const looked = 365;

/** Says how a night stands among the stored ones. A store that cannot be read costs the comparison and nothing else. */
export async function compareWithStore(
  result: Result,
  { store: place, say }: Pick<NightOrder, 'store' | 'say'>,
): Promise<Result> {
  const { night } = result;
  if (night === undefined) return result;
  try {
    const store = await openStore(storeLocation(place));
    try {
      const earlier = await store.list({ target: result.target, last: looked });
      return { ...result, night: { ...night, trend: compareNights(result, earlier) } };
    } finally {
      await store.close();
    }
  } catch (error) {
    say(`not compared with the nights before: ${String(error)}`);
    return result;
  }
}
