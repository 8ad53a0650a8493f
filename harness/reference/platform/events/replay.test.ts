import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteDatabase } from '../store/sqlite-database.ts';
import { createStore, type Store } from '../store/store.ts';
import { markReplay, openReplay } from './replay.ts';

const run = { runId: 'r', threadId: 't', userId: 'anna', instance: 'one', endedAt: null };
const ended = { ...run, endedAt: 5 };

let store: Store;

beforeEach(async () => {
  store = await createStore(openSqliteDatabase(''));
});
afterEach(() => store.close());

async function replay(of: typeof run | typeof ended, afterSeq: number): Promise<unknown[]> {
  const { texts } = await openReplay(store.events, of, afterSeq, markReplay);
  return texts.map((text) => JSON.parse(text) as unknown);
}

it('declares what it repeats, and says where it ends', async () => {
  await store.events.append([{ runId: 'r', firstSeq: 1, frames: ['{"seq":1}', '{"seq":2}'] }]);
  await expect(replay(run, 1)).resolves.toEqual([
    { seq: 2, replay: true },
    { type: 'resume_completed', run_id: 'r', last_seq: 2 },
  ]);
});

it('of a run that has said nothing yet is empty, and not an error', async () => {
  await expect(replay(run, 0)).resolves.toEqual([
    { type: 'resume_completed', run_id: 'r', last_seq: 0 },
  ]);
});

it.each([
  [run, 3, 'CURSOR_UNKNOWN'],
  [ended, 0, 'EVENTS_EXPIRED'],
  [ended, 7, 'EVENTS_EXPIRED'],
])('of %j after %i is refused with %s', async (of, afterSeq, code) => {
  await expect(replay(of, afterSeq)).resolves.toEqual([
    expect.objectContaining({ type: 'error', code, in_reply_to: 'r' }),
  ]);
});
