import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresSchema } from '../testing/postgres-schema.ts';
import { reachService } from '../testing/reach-service.ts';
import { openDatabase } from './open-database.ts';
import type { NewRun } from './run-store.ts';
import { createStore, type Store } from './store.ts';

interface Place {
  readonly location: string;
  remove(): Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  sqlite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-store-'));
    return { location: join(folder, 'store.db'), remove: () => rm(folder, { recursive: true }) };
  },
  ...((await reachService('PostgreSQL', 5432))
    ? {
        postgres: async () => {
          const schema = await createPostgresSchema();
          return { location: schema.url, remove: () => schema.drop() };
        },
      }
    : {}),
};

function newRun(number: number, changes: Partial<NewRun> = {}): NewRun {
  return {
    runId: `run-${number}`,
    threadId: `thread-${number}`,
    userId: 'anna',
    idempotencyKey: `key-${number}`,
    messageId: `message-${number}`,
    content: `content ${number} 🌍`,
    title: `title ${number}`,
    instance: 'first',
    leaseUntil: 1_000,
    createdAt: number,
    ...changes,
  };
}

describe.each(Object.entries(places))('the store on %s', (_, openPlace) => {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await openPlace();
    store = await createStore(await openDatabase(place.location));
  });

  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it('can be opened again on tables that exist', async () => {
    const second = await createStore(await openDatabase(place.location));
    await second.accounts.save({ userId: 'anna', email: 'a@example.test', passwordHash: 'x' });
    await expect(store.accounts.findById('anna')).resolves.toMatchObject({ userId: 'anna' });
    await second.close();
  });

  it('finds accounts by address and id', async () => {
    const anna = { userId: 'anna', email: 'anna@example.test', passwordHash: 'one' };
    await store.accounts.save(anna);
    await store.accounts.save({ ...anna, passwordHash: 'two' });
    await expect(store.accounts.findByEmail(anna.email)).resolves.toEqual({
      ...anna,
      passwordHash: 'two',
    });
    await expect(store.accounts.findById('anna')).resolves.toMatchObject({ passwordHash: 'two' });
    await expect(store.accounts.findByEmail('nobody@example.test')).resolves.toBeUndefined();
  });

  it('rotates the secret of a session once per secret, and never after it was revoked', async () => {
    await store.sessions.open({
      sessionId: 's',
      userId: 'anna',
      refreshHash: 'one',
      expiresAt: 1.5e12,
    });
    await expect(store.sessions.rotate('s', 'one', 'two')).resolves.toBe(true);
    await expect(store.sessions.rotate('s', 'one', 'three')).resolves.toBe(false);
    await store.sessions.revoke('s');
    await expect(store.sessions.rotate('s', 'two', 'three')).resolves.toBe(false);
    await expect(store.sessions.find('s')).resolves.toEqual({
      sessionId: 's',
      userId: 'anna',
      refreshHash: 'two',
      expiresAt: 1.5e12,
      revoked: true,
    });
  });

  it('opens a run with its thread and message, once per user and key', async () => {
    await expect(store.runs.open(newRun(1))).resolves.toMatchObject({ runId: 'run-1' });
    const repeated = newRun(2, { idempotencyKey: 'key-1' });
    await expect(store.runs.open(repeated)).resolves.toMatchObject({ runId: 'run-1' });
    const foreign = newRun(3, { idempotencyKey: 'key-1', userId: 'bert' });
    await expect(store.runs.open(foreign)).resolves.toMatchObject({ runId: 'run-3' });

    const threads = await store.threads.listOf('anna', 10);
    expect(threads).toEqual([{ threadId: 'thread-1', title: 'title 1', createdAt: 1 }]);
    await expect(store.threads.ownerOf('thread-3')).resolves.toBe('bert');
    await expect(store.threads.ownerOf('thread-2')).resolves.toBeUndefined();
    await expect(store.threads.messagesOf('thread-1')).resolves.toEqual([
      {
        messageId: 'message-1',
        runId: 'run-1',
        role: 'user',
        content: 'content 1 🌍',
        createdAt: 1,
      },
    ]);
  });

  it('keeps the question before the answer, also within one millisecond', async () => {
    await store.runs.open(newRun(1));
    const answer = { messageId: 'a', runId: 'run-1', role: 'assistant', content: 'b' } as const;
    await store.threads.addMessage('thread-1', { ...answer, createdAt: 1 });
    await store.threads.addMessage('thread-1', { ...answer, createdAt: 1 });
    const messages = await store.threads.messagesOf('thread-1');
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  it('reads events after any cursor, over the borders of chunks', async () => {
    await store.events.append([
      { runId: 'r', firstSeq: 1, frames: ['"a"', '"b"', '"c"'] },
      { runId: 'other', firstSeq: 1, frames: ['"x"'] },
    ]);
    await store.events.append([{ runId: 'r', firstSeq: 4, frames: ['"d"'] }]);
    await expect(store.events.readAfter('r', 0)).resolves.toEqual(['"a"', '"b"', '"c"', '"d"']);
    await expect(store.events.readAfter('r', 2)).resolves.toEqual(['"c"', '"d"']);
    await expect(store.events.readAfter('r', 4)).resolves.toEqual([]);
    await expect(store.events.lastSeqOf('r')).resolves.toBe(4);
    await expect(store.events.lastSeqOf('nothing')).resolves.toBe(0);
  });

  it('stores all chunks of a batch or none, and goes on after a refusal', async () => {
    await store.events.append([{ runId: 'r', firstSeq: 1, frames: ['"a"'] }]);
    const batch = [
      { runId: 'new', firstSeq: 1, frames: ['"b"'] },
      { runId: 'r', firstSeq: 1, frames: ['"again"'] },
    ];
    await expect(store.events.append(batch)).rejects.toThrow(/unique/i);
    await expect(store.events.lastSeqOf('new')).resolves.toBe(0);
    await store.events.append([{ runId: 'new', firstSeq: 1, frames: ['"c"'] }]);
    await expect(store.events.readAfter('new', 0)).resolves.toEqual(['"c"']);
  });

  it('hands abandoned runs over: mine at once, those of others when their lease ran out', async () => {
    await store.runs.open(newRun(1, { leaseUntil: 100 }));
    await store.runs.open(newRun(2, { leaseUntil: 100, instance: 'second' }));
    await store.runs.open(newRun(3, { leaseUntil: 100 }));
    await store.runs.end('run-3', 50);
    const claim = async (instance: string, now: number, mine: boolean) =>
      (await store.runs.claimAbandoned(instance, now, 500, mine)).map(({ runId }) => runId);
    await expect(claim('first', 50, false)).resolves.toEqual([]);
    await expect(claim('first', 50, true)).resolves.toEqual(['run-1']);
    await store.runs.renewLeases(['run-2'], 300);
    await expect(claim('first', 200, false)).resolves.toEqual([]);
    await expect(claim('first', 301, false)).resolves.toEqual(['run-2']);
    await expect(store.runs.find('run-3')).resolves.toMatchObject({ endedAt: 50 });
  });

  it('forgets the events of runs that ended long ago', async () => {
    await store.runs.open(newRun(1));
    await store.runs.open(newRun(2));
    await store.events.append([
      { runId: 'run-1', firstSeq: 1, frames: ['"a"'] },
      { runId: 'run-2', firstSeq: 1, frames: ['"a"'] },
    ]);
    await store.runs.end('run-1', 100);
    await store.runs.forgetEvents(101);
    await expect(store.events.lastSeqOf('run-1')).resolves.toBe(0);
    await expect(store.events.lastSeqOf('run-2')).resolves.toBe(1);
  });

  it('counts per user and name', async () => {
    await store.counters.increment('anna', 'visits');
    await expect(store.counters.increment('anna', 'visits')).resolves.toBe(2);
    await expect(store.counters.increment('bert', 'visits')).resolves.toBe(1);
    await expect(store.counters.increment('anna', 'other')).resolves.toBe(1);
  });

  it('keeps the first value of a setting', async () => {
    await expect(store.settings.getOrCreate('key', 'one')).resolves.toBe('one');
    await expect(store.settings.getOrCreate('key', 'two')).resolves.toBe('one');
  });
});
