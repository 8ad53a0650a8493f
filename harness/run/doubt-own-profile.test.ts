import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HistoryBuilder } from '../checks/testing/history-builder.ts';
import { agUi } from '../targets/profiles/ag-ui.ts';
import { findProfile } from '../targets/profiles/profile-table.ts';
import { doubtOwnProfile } from './doubt-own-profile.ts';

test('the stored golden path makes one doubt a profile of the configuration, and no built-in one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-doubt-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const own = findProfile('mine', { mine: agUi });
  expect(await doubtOwnProfile(folder, own)).toEqual([]);
  const built = new HistoryBuilder(own.promises).open('a', 'u');
  built.chat('a', 'run', { expects: ['agent_started'] });
  built.event('a', { kind: 'unknown', name: 'RUN_BEGUN' }).say('a', 'run', 'agent_completed').end();
  const { header, records } = built.history;
  mkdirSync(join(folder, 'histories'));
  writeFileSync(
    join(folder, 'histories', 'golden-path.ndjson'),
    [header, ...records].map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  const [doubt] = await doubtOwnProfile(folder, own);
  expect(doubt).toContain('no frame said agent_started by a rule of profile "mine"; 1 frame was');
  expect(await doubtOwnProfile(folder, findProfile('ag-ui'))).toEqual([]);
});
