import { expect, test } from 'vitest';
import type { History } from '../../harness/contract/history.ts';
import type { Profile } from '../../harness/targets/profile.ts';
import { findProfile, profileNames } from '../../harness/targets/profiles/profile-table.ts';
import { refuseMisfit } from '../../harness/targets/refuse-misfit.ts';
import { readCorpus } from './read-corpus.ts';
import { speakWrongly } from './speak-wrongly.ts';
import { strangerTable } from './stranger-table.ts';

/** Profiles of one family read each other's frames: nothing but the verdicts tells them apart. */
const families = [
  ['openai-responses', 'openai-responses-socket', 'openai-realtime'],
  ['socket-io', 'socket-io-recovery'],
];

function misfitOf(history: History, profile: Profile): string {
  try {
    refuseMisfit(history, {
      name: 'stranger',
      url: 'http://stranger.test',
      profile,
      users: [],
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
    return 'it fits';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test.each(strangerTable)('$name: whoever chose a wrong profile is told the right one', (row) => {
  const { history } = readCorpus(row.name);
  const family = families.find((each) => each.includes(row.profile)) ?? [row.profile];
  for (const name of profileNames.filter((each) => !family.includes(each))) {
    const wrong = findProfile(name);
    const seen = speakWrongly(history, wrong);
    const frame = seen.records
      .filter((record) => record.type === 'frame')
      .filter(({ direction }) => direction === 'received')
      .find(({ events, problems }) => problems ?? events.some(({ kind }) => kind === 'unknown'));
    const said = misfitOf(seen, wrong);
    expect(said).toContain(`profile "${name}" does not fit http://stranger.test`);
    expect(said).toContain(`the first frame that did not fit is record ${frame?.n}\n`);
    expect(said).toContain(frame?.raw.replaceAll(/\s+/g, ' ').slice(0, 200));
    expect(said).toMatch(/\n {2}expected: one of \S+/);
    expect(said).toMatch(/missing: the right profile: \d+ of \d+ frames fit "([\w-]+)"/);
    expect(family).toContain(/\(--profile ([\w-]+)\)/.exec(said)?.[1]);
  }
});

test.each(strangerTable)('$name: its own profile fits', ({ name, profile }) => {
  expect(misfitOf(readCorpus(name).history, findProfile(profile))).toBe('it fits');
});
