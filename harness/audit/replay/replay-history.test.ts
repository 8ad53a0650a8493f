import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditChange } from './audit-change.ts';
import { readAt } from './read-at.ts';
import { replayHistory } from './replay-history.ts';

const store = (name: string) => `
class ${name}:
    def save_row(self, row): return [row]
    def load_row(self, key): return [key]
`;
const manifest = AuditManifestSchema.parse({
  roles: [{ id: 'store', lang: 'py', canonical: 'store.py:RowStore' }],
});

describe('the replay of history', () => {
  let root = '';
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      root,
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.test',
      ...args,
    ]);
  const commit = (path: string, text: string | undefined, subject: string) => {
    if (text === undefined) git('rm', '-q', path);
    else writeFileSync(join(root, path), text);
    git('add', '-A');
    git('commit', '-q', '-m', subject);
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'replay-'));
    git('init', '-q');
    commit('readme.md', 'words', 'before there is anything');
    commit('store.py', store('RowStore'), 'the one');
    commit('quick.py', store('QuickRowStore'), 'a second one');
    commit('readme.md', 'more words', 'nothing to read');
    commit('use.py', 'from quick import QuickRowStore\n', 'a bypass');
    commit('quick.py', undefined, 'the second one goes');
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('counts per commit, from objects alone', () => {
    rmSync(join(root, 'store.py'));
    const trend = replayHistory(root, 'HEAD', manifest);
    expect(
      trend.points.map(({ subject, roles: [role] }) => [
        subject,
        role?.resolved === true ? role.implementations : 'unresolved',
        role?.bypassing_files,
      ]),
    ).toEqual([
      ['before there is anything', 'unresolved', 0],
      ['the one', 1, 0],
      ['a second one', 2, 0],
      ['nothing to read', 2, 0],
      ['a bypass', 2, 1],
      ['the second one goes', 1, 0],
    ]);
    expect(trend.missing_objects).toBe(0);
  });

  it('raises the alarm when a canonical file is suddenly much shorter than in the base', () => {
    const long = `${store('RowStore')}${'    # a line\n'.repeat(60)}`;
    commit('store.py', long, 'grown');
    writeFileSync(join(root, 'store.py'), store('RowStore'));
    const change = { root, base: 'HEAD', manifest, manifestPath: 'golden-path.config.ts' };
    expect(auditChange(change).map(({ rule, path }) => [rule, path])).toEqual([
      ['BREAK004', 'store.py'],
    ]);
    writeFileSync(join(root, 'store.py'), long);
    expect(auditChange(change)).toEqual([]);
  });

  it('counts every commit as if it were counted alone, whatever it passes over', () => {
    commit('plain.py', 'def helper(row): return row\n', 'nothing to do with it');
    commit('plain.py', 'def helper(row, more): return row\n', 'still nothing');
    commit('quick.py', store('QuickRowStore'), 'a second one again');
    commit(
      'plain.py',
      'from quick import QuickRowStore as Q\ndef helper(row): return Q()\n',
      'uses it',
    );
    commit(
      'plain.py',
      'from quick import QuickRowStore as Q\ndef helper(row): return Q(1)\n',
      'breaks',
    );
    commit('door.py', 'from store import RowStore\n', 'a door');
    commit('user.py', 'from door import RowStore\n', 'through the door');
    commit('late.py', store('LateRowKeeper'), 'a third one');
    commit('quick.py', 'class QuickRowStore: pass\n', 'hollow');
    commit('store.py', store('RowStore').replace('RowStore', 'RowShop'), 'renamed');
    commit('store.py', store('RowStore'), 'and back');
    const { points } = replayHistory(root, 'HEAD', manifest);
    const counted = points.map(({ subject, roles }) => [subject, roles]);
    const alone = points.map(({ commit: id, subject }) => [
      subject,
      replayHistory(root, `${id}^!`, manifest).points[0]?.roles,
    ]);
    expect(counted.slice(1)).toEqual(alone.slice(1));
  });

  it('counts no generated copy, told by its path or by what a bundler left in it', () => {
    const script = AuditManifestSchema.parse({
      roles: [{ id: 'shop', lang: 'ts', canonical: 'shop.js:RowShop' }],
    });
    const shop = (name: string) =>
      `export class ${name} { saveRow(row) { return [row]; } loadRow(key) { return [key]; } }\n`;
    const bundled = `${shop('FastRowShop')}${'/* what else it holds */\n'.repeat(2000)}//# sourceMappingURL=fast.js.map\n`;
    mkdirSync(join(root, 'generated'));
    commit('shop.js', shop('RowShop'), 'the one');
    commit('fast.js', shop('FastRowShop'), 'a second one by hand');
    commit('fast.js', bundled, 'now put together by a program');
    commit('generated/slow.js', shop('SlowRowShop'), 'a copy where copies are kept');
    commit('slow.js', shop('SlowRowShop'), 'the same copy, kept elsewhere');
    const { points } = replayHistory(root, 'HEAD~5..HEAD', script);
    expect(points.map(({ subject, roles: [role] }) => [subject, role?.implementations])).toEqual([
      ['the one', 1],
      ['a second one by hand', 2],
      ['now put together by a program', 1],
      ['a copy where copies are kept', 1],
      ['the same copy, kept elsewhere', 2],
    ]);
  });

  it('leaves out what the repository does not have, and counts it', () => {
    commit('gone.py', 'x = 1\n', 'an object that will be missing');
    const id = git('rev-parse', 'HEAD:gone.py').toString().trim();
    rmSync(join(root, '.git', 'objects', id.slice(0, 2), id.slice(2)), { force: true });
    const trend = replayHistory(root, 'HEAD', manifest);
    expect(trend.missing_objects).toBe(1);
    expect(trend.points.at(-1)?.roles[0]?.resolved).toBe(true);
  });

  it('says so when git cannot answer', () => {
    expect(() => readAt(root, 'no-such-branch', 'a.py')).toThrow('no revision "no-such-branch"');
    expect(() => readAt(tmpdir(), 'main', 'a.py')).toThrow('not a git repository');
    expect(() => replayHistory(root, 'no-such-branch', manifest)).toThrow(
      expect.objectContaining({ code: 'AUDIT_HISTORY_UNREADABLE' }),
    );
  });
});
