import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HistoryHeaderSchema, HistoryRecordSchema } from '../../contract/history.ts';
import { referencePromises } from '../../targets/profiles/reference/promises.ts';
import { readEnvironment } from '../read-environment.ts';
import { FileSink } from './file-sink.ts';
import type { FrameReader } from './frame-reader.ts';
import { MemorySink } from './memory-sink.ts';
import { Recorder } from './recorder.ts';
import type { RecordSink } from './sink.ts';

const header = HistoryHeaderSchema.parse({
  format: 1,
  tool_version: '0.0.0',
  target: 'reference',
  profile: 'reference',
  promises: referencePromises,
  journey: 'test',
  seed: 'seed',
  started_at: '2026-01-01T00:00:00.000Z',
  environment: readEnvironment(),
});

function frame(content: string | Buffer) {
  const projected = { events: [] };
  return { connection: 'a#1', epoch: 0, direction: 'received' as const, content, projected };
}

test('records are numbered, stamped and fit the schema', () => {
  const sink = new MemorySink();
  const recorder = new Recorder(header, [sink]);
  recorder.addFrame(frame('{"a":1}'));
  recorder.add({ type: 'end', reason: 'complete' });
  const [first, second] = sink.history.records.map((record) => HistoryRecordSchema.parse(record));
  expect(first).toMatchObject({ n: 0, type: 'frame', raw: '{"a":1}', encoding: 'text', bytes: 7 });
  expect(second).toMatchObject({ n: 1, type: 'end' });
  expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Infinity);
});

test('bytes that are not text are kept to the last bit', () => {
  const sink = new MemorySink();
  const recorder = new Recorder(header, [sink]);
  const bytes = Buffer.from([0xff, 0x00, 0xc3]);
  recorder.addFrame(frame(bytes));
  expect(sink.history.records[0]).toMatchObject({
    encoding: 'base64',
    raw: bytes.toString('base64'),
  });
});

test('a secret is stored as its hash, the same one every time', () => {
  const sink = new MemorySink();
  const recorder = new Recorder(header, [sink]);
  const mark = recorder.redaction.add('s3cr3t-token');
  recorder.addFrame(frame('echo s3cr3t-token and s3cr3t-token'));
  expect(sink.history.records[0]).toMatchObject({ raw: `echo ${mark} and ${mark}` });
});

test('every record is on disk before the next thing happens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'deep', 'history.ndjson');
  const recorder = new Recorder(header, [new FileSink(path)]);
  recorder.addFrame(frame('one'));
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(HistoryHeaderSchema.parse(JSON.parse(lines[0] ?? ''))).toEqual(header);
  expect(HistoryRecordSchema.parse(JSON.parse(lines[1] ?? ''))).toMatchObject({ raw: 'one' });
  recorder.close();
});

test('what came in one batch is on disk once it was read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'history.ndjson');
  const recorder = new Recorder(header, [new FileSink(path)], { paceMs: 60_000 });
  const reader: FrameReader = {
    connection: 'one',
    epoch: 0,
    eager: false,
    read: () => ({ events: [] }),
    follow: () => {},
  };
  const count = (): number => readFileSync(path, 'utf8').split('\n').length - 1;
  const content = 'x'.repeat(10_000);
  for (let nth = 0; nth < 20; nth += 1) recorder.receive(reader, content, undefined);
  expect(count()).toBe(1);
  recorder.catchUp();
  expect(count()).toBe(21);
  recorder.close();
});

test('a frame larger than a megabyte is cut, and its size is kept', () => {
  const sink = new MemorySink();
  const bytes = 'x'.repeat(1024 * 1024 + 1);
  new Recorder(header, [sink]).addFrame(frame(bytes));
  expect(sink.history.records[0]).toMatchObject({ cut: true, bytes: bytes.length });
});

test('how a frame travelled is kept', () => {
  const sink = new MemorySink();
  const passage = { tookMs: 12.3456, fragments: 3 };
  new Recorder(header, [sink]).addFrame({ ...frame('{}'), passage });
  expect(sink.history.records[0]).toMatchObject({ took_ms: 12.346, fragments: 3 });
});

test('a sink that fails is given up, and the others learn of it', () => {
  const sink = new MemorySink();
  const full: RecordSink = {
    begin: () => {},
    record: () => {
      throw new Error('no space left');
    },
    end: () => {},
  };
  const recorder = new Recorder(header, [full, sink]);
  recorder.addFrame(frame('one'));
  recorder.addFrame(frame('two'));
  expect(sink.history.records).toMatchObject([
    { type: 'harness', notice: 'recorder-loss', detail: 'no space left' },
    { type: 'frame', raw: 'one' },
    { type: 'frame', raw: 'two' },
  ]);
});
