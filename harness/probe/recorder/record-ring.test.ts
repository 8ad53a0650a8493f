import { expect, it } from 'vitest';
import { HistoryHeaderSchema, type HistoryRecord } from '../../contract/history.ts';
import { converse } from '../../checks/testing/conversation.ts';
import { projectReference } from '../../targets/profiles/reference/project.ts';
import { referencePromises } from '../../targets/profiles/reference/promises.ts';
import { readEnvironment } from '../read-environment.ts';
import type { FrameReader } from './frame-reader.ts';
import { MemorySink } from './memory-sink.ts';
import { RecordRing } from './record-ring.ts';
import { Recorder } from './recorder.ts';
import type { RecordSink } from './sink.ts';

const header = HistoryHeaderSchema.parse({
  ...converse().history.header,
  promises: referencePromises,
  environment: readEnvironment(),
});

function readerOf(followed: string[]): FrameReader {
  const projection = projectReference();
  return {
    connection: 'a#1',
    epoch: 2,
    eager: false,
    read: (content) => projection.received(String(content)),
    follow: ({ events }) => void followed.push(...events.map(({ kind }) => kind)),
  };
}

/** Everything a connection can bring, plain and odd, kept in full by the one sink and in few words by the other. */
function record(capacity: number, paceMs: number) {
  const full = new MemorySink();
  const ring = new RecordRing('a#1', capacity);
  const brief: RecordSink = {
    begin() {},
    end() {},
    record: (each, reader) => ring.push(each, reader),
  };
  const recorder = new Recorder(header, [full, brief], { paceMs });
  const followed: string[] = [];
  const reader = readerOf(followed);
  recorder.redaction.add('s3cr3t-token');
  const passage = { tookMs: 0.25, fragments: 1 };
  recorder.receive(reader, '{"type":"pong"}', passage);
  recorder.add({ type: 'beat', connection: 'a#1', epoch: 2, beat: 'pong-received' });
  recorder.addFrame({
    connection: 'a#1',
    epoch: 2,
    direction: 'sent',
    content: '{"type":"ping"}',
    projected: { events: [] },
  });
  recorder.addFrame({
    connection: 'a#1',
    epoch: 2,
    direction: 'sent',
    content: '{"type":"ping","token":"s3cr3t-token"}',
    projected: { events: [] },
  });
  recorder.receive(reader, '{"type":"pong","note":"größer – 🙂"}', passage);
  recorder.receive(reader, '{"type":"pong","token":"s3cr3t-token"}', passage);
  recorder.receive(reader, `{"type":"pong","long":"${'x'.repeat(2_000)}"}`, undefined);
  recorder.receive(reader, 'no JSON', { tookMs: 3, fragments: 2 });
  recorder.receive(reader, Buffer.from([0xff, 0xfe]), passage);
  recorder.close();
  return { all: full.history.records, ring, followed };
}

it.each([0, 60_000])('what is kept in few words is told as it was (pace %i ms)', (paceMs) => {
  const { all, ring, followed } = record(16, paceMs);
  const flushed: HistoryRecord[] = [];
  ring.flush({ begin() {}, end() {}, record: (each) => void flushed.push(each) });
  expect(flushed).toStrictEqual(all);
  expect(all.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const each of all) expect(ring.find(each.n)).toStrictEqual(each);
  expect(followed).toEqual(['pong', 'pong', 'pong', 'pong']);
});

it('the latest are kept, and handed over once', () => {
  const { all, ring } = record(3, 0);
  const flushed: HistoryRecord[] = [];
  const sink = { begin() {}, end() {}, record: (each: HistoryRecord) => void flushed.push(each) };
  ring.flush(sink);
  ring.flush(sink);
  expect(flushed).toStrictEqual(all.slice(-3));
  expect(ring.find(0)).toBeUndefined();
});
