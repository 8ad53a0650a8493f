import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { demoPassword } from '../../harness/contract/demo-users.ts';
import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import { readPacket } from '../../harness/targets/transports/socket-io-packet.ts';
import { alarmsIn } from './alarms-in.ts';
import { readCorpus } from './read-corpus.ts';
import { corpusFolder } from './record-corpus.ts';
import { strangerTable } from './stranger-table.ts';

test.each(strangerTable)(
  '$name: its recorded history is judged as on the day it was recorded',
  ({ name, known = {} }) => {
    const { text, history } = readCorpus(name);
    const stored = JSON.parse(readFileSync(`${corpusFolder}${name}.json`, 'utf8')) as object;
    const results = judgeHistory(history);
    const now = Object.fromEntries(results.map(({ id, verdict }) => [id, verdict]));
    // A check that is newer than the record is held to one thing: no alarm.
    expect(now).toMatchObject(stored);
    expect(alarmsIn(results)).toEqual(Object.keys(known));
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(25);
    expect(text).not.toContain(demoPassword);
  },
);

test.each(strangerTable)(
  '$name: what its profile promises of frames around texts and calls was kept',
  ({ name, profile }) => {
    const { header, records } = readCorpus(name).history;
    const { envelopes } = findProfile(profile).promises;
    const promises = envelopes === undefined ? header.promises : { ...header.promises, envelopes };
    const results = judgeHistory({ header: { ...header, promises }, records });
    const verdict = results.find(({ id }) => id === 'PAIR-ENVELOPE')?.verdict;
    expect(verdict).toBe(envelopes === undefined ? 'not-applicable' : 'pass');
  },
);

test('recovery: a real server sends what was missed before it lets the client in, under the session of before', () => {
  const { records } = readCorpus('socket-io-recovery').history;
  const frames = records
    .filter((record) => record.type === 'frame')
    .filter(({ direction, connection }) => direction === 'received' && connection === 'user-1#1')
    .map(({ raw, epoch, events }) => ({ epoch, packet: readPacket(raw), events }));
  const back = frames.filter(({ epoch }) => epoch === 1);
  const letIn = back.findIndex(({ packet }) => packet.kind === 'connected');
  const missed = back.slice(0, letIn).flatMap(({ events }) => events.map(({ kind }) => kind));
  expect(missed).toContain('tool_completed');
  const [before, after] = frames.flatMap(({ packet }) =>
    packet.kind === 'connected' ? [packet.session] : [],
  );
  expect(before).toHaveProperty('pid');
  expect(after).toEqual(before);
});
