import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../dispatcher/parts.ts';
import type { Frame } from '../bus/bus.ts';
import type { EventChunk, EventStore } from '../store/event-store.ts';
import { EventLog } from './event-log.ts';

type Sent = { userId: string; texts: string[] };

/** A store that can fail, and sockets that write down what they got. */
function open(options: { failing?: () => boolean } = {}) {
  const chunks: EventChunk[][] = [];
  const sent: Sent[] = [];
  const events: EventStore = {
    append: async (batch) => {
      if (options.failing?.() === true) throw new Error('disk full');
      chunks.push([...batch]);
    },
    readAfter: async () => [],
    lastSeqOf: async () => 0,
  };
  const log = new EventLog(events, async (userId: string, frames: readonly Frame[]) => {
    sent.push({ userId, texts: frames.map(({ text }) => text) });
    return 1;
  });
  return { log, chunks, sent };
}

function draft(runId: string, type: 'progress_update' | 'agent_completed'): EventDraft {
  const base = { run_id: runId, thread_id: 't', user_id: `user of ${runId}`, agent_name: 'a' };
  return type === 'progress_update'
    ? { ...base, type, payload: { status: 'working' } }
    : {
        ...base,
        type,
        payload: { status: 'completed', result: '', execution_time_ms: 0, fallbacks: 0 },
      };
}

describe('the event log', () => {
  it('numbers each run by itself and stores a burst at once', async () => {
    const { log, chunks, sent } = open();
    log.open('one', 0);
    log.open('two', 7);
    const deliveries = await Promise.all([
      log.publish(draft('one', 'progress_update')),
      log.publish(draft('two', 'progress_update')),
      log.publish(draft('one', 'progress_update')),
    ]);
    expect(deliveries.map(({ seq }) => seq)).toEqual([1, 8, 2]);
    expect(chunks.map((batch) => batch.map((c) => [c.runId, c.firstSeq, c.frames.length]))).toEqual(
      [
        [
          ['one', 1, 2],
          ['two', 8, 1],
        ],
      ],
    );
    expect(sent.map(({ userId, texts }) => [userId, texts.length])).toEqual([
      ['user of one', 2],
      ['user of two', 1],
    ]);
  });

  it('lets nothing in before a run is open and after its terminal', async () => {
    const { log, sent } = open();
    await expect(log.publish(draft('one', 'progress_update'))).rejects.toThrow('not open');
    log.open('one', 0);
    const terminal = log.publish(draft('one', 'agent_completed'));
    await expect(log.publish(draft('one', 'progress_update'))).rejects.toThrow('not open');
    await terminal;
    await expect(log.publish(draft('one', 'agent_completed'))).rejects.toThrow('not open');
    expect(sent).toHaveLength(1);
  });

  it('sends nothing that was not stored, and uses the number for the next event', async () => {
    let failing = true;
    const { log, sent } = open({ failing: () => failing });
    log.open('one', 0);
    await expect(log.publish(draft('one', 'agent_completed'))).rejects.toThrow('disk full');
    failing = false;
    await expect(log.publish(draft('one', 'agent_completed'))).resolves.toMatchObject({ seq: 1 });
    expect(sent).toHaveLength(1);
  });

  it('keeps inserted frames in their place between events, and reads for them after the events before', async () => {
    const { log, chunks, sent } = open();
    log.open('one', 0);
    const first = log.publish(draft('one', 'progress_update'));
    log.insert('user of one', () => [{ text: `stored: ${chunks.length}` }]);
    const second = log.publish(draft('one', 'progress_update'));
    await Promise.all([first, second]);
    const texts = sent.flatMap((batch) => batch.texts);
    expect(texts.map((text) => (text.startsWith('{') ? 'event' : text))).toEqual([
      'event',
      'stored: 1',
      'event',
    ]);
  });

  it('counts what it stored', async () => {
    const { log } = open();
    log.open('one', 0);
    await log.publish(draft('one', 'progress_update'));
    await log.drain();
    expect(log.storedCount).toBe(1);
  });
});
