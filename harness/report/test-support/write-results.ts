import { openStore } from '../store/open-store.ts';
import { passingResult } from './sample-results.ts';

/** A writer of its own: `node write-results.ts LOCATION NAME COUNT` stores that many results. */
const [location = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(location);
for (let index = 0; index < Number(count); index += 1) {
  await store.put({ ...passingResult, run_id: `${name}-${String(index)}` });
}
await store.close();
