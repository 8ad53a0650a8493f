import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const bin = resolve('bin/golden-path.js');
let root: string;

const dispatcher = (name: string) => `
class ${name}:
    def register_tool(self, tool): return [tool]
    def dispatch_tool(self, tool, call): return [tool, call]
    def list_tools(self): return []
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...words: string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.test'];
  execFileSync('git', ['-C', root, ...who, ...words]);
}

function commit(): void {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'state');
}

function audit(...words: string[]) {
  return spawnSync(process.execPath, [bin, 'audit', ...words], { cwd: root, encoding: 'utf8' });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'golden-path-audit-'));
  git('init', '-q', '-b', 'main');
  write('app/tool_dispatcher.py', dispatcher('ToolDispatcher'));
  write('app/quick.py', dispatcher('QuickToolDispatcher'));
  write(
    'app/make.py',
    'from app.quick import QuickToolDispatcher\ndef open_tools(): return QuickToolDispatcher()\n',
  );
  for (const name of ['chat', 'mail'])
    write(
      `app/${name}.py`,
      'from app.tool_dispatcher import ToolDispatcher\nTOOLS = ToolDispatcher()\n',
    );
  write(
    'tests/test_tools.py',
    'from app.chat import TOOLS\n\n\ndef test_none():\n    assert TOOLS.list_tools() == []\n',
  );
  commit();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('discovers what nobody declared, judges nothing by it, and writes it down once', () => {
  const seen = audit();
  expect(seen.stdout).toContain(
    'canonical? app/tool_dispatcher.py:2 ToolDispatcher, imported by 2',
  );
  expect(seen.stdout).toContain('factory    app/make.py:2 open_tools');
  expect(seen.status).toBe(2);
  const printed = audit('init', '--json');
  expect(audit('init', '.').status).toBe(0);
  const config = readFileSync(join(root, 'golden-path.config.json'), 'utf8');
  expect(printed.stdout).toBe(config);
  expect(audit().stdout).toContain('2 in production, 1 expected');
  const again = audit('init');
  expect(again.stderr).toContain('never overwrites');
  expect(again.status).toBe(64);
});

it('refuses a configuration that nobody reads instead of passing over it', () => {
  write('golden-path.config.yaml', 'audit: {}\n');
  for (const words of [[], ['.'], ['--tests'], ['init']])
    expect(audit(...words)).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('golden-path.config.yaml'),
    });
});

it('says in JSON what was read as well', () => {
  const { version, read, proposals } = JSON.parse(audit('--json').stdout) as {
    version: number;
    read: { files: number; skipped_folders: string[] };
    proposals: { id: string }[];
  };
  expect([version, read.files, read.skipped_folders]).toEqual([1, 6, expect.any(Array)]);
  expect(proposals.map(({ id }) => id)).toEqual(['tool-dispatcher']);
});

it('finds nothing where there is nothing, and does not call that a pass', () => {
  rmSync(join(root, 'app/quick.py'));
  expect(audit().status).toBe(2);
  expect(audit('init').status).toBe(2);
  rmSync(join(root, 'app'), { recursive: true });
  rmSync(join(root, 'tests'), { recursive: true });
  expect(audit('init')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('AUDIT_NOTHING_READ'),
  });
});

it('runs every command of its page', () => {
  const page = readFileSync(resolve('docs/audit.md'), 'utf8');
  const block = /^```sh\n([^]*?)^```/m.exec(page)?.[1] ?? '';
  const lines = block.split('\n').flatMap((line) => line.split(/\s+#/)[0]?.trim() || []);
  expect(lines.length).toBeGreaterThan(8);
  for (let at = 0; at < 20; at += 1) commit();
  const ended: [string, number | null][] = [];
  for (const line of lines) {
    const words = line
      .replace(/^golden-path audit ?/, '')
      .split(' ')
      .filter((word) => word !== '');
    ended.push([line, audit(...words).status]);
    if (!words.includes('--record')) continue;
    commit();
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  }
  // Before the baseline two implementations are red, with it they are accepted.
  const isRed = (line: string) => /audit$|--tests$/.test(line);
  expect(ended).toEqual(lines.map((line) => [line, isRed(line) ? 1 : 0]));
});

it('turns a pull request red that adds a dispatcher, even if it deletes another one', () => {
  expect(audit('init').status).toBe(0);
  expect(audit('--record').status).toBe(0);
  commit();
  git('checkout', '-q', '-b', 'change');
  rmSync(join(root, 'app/quick.py'));
  write(
    'app/make.py',
    'from app.fast import FastToolDispatcher\ndef open_tools(): return FastToolDispatcher()\n',
  );
  write('app/fast.py', dispatcher('FastToolDispatcher'));
  commit();
  const { status, stdout } = audit('--base', 'main');
  expect(stdout).toContain('2 in production, 1 expected');
  expect(stdout).toMatch(/ratchet +fail/);
  expect(status).toBe(1);
});

it('says whether the next phase may begin, in words and in JSON', () => {
  audit('init');
  audit('--record');
  expect(audit().stdout).toMatch(
    /next +goal may not begin, found\/allowed: .*SSOT001 production 1\/0/,
  );
  const { audit: facts } = JSON.parse(audit('--json').stdout) as {
    audit: { ratchet: { next: { phase: string; may_begin: boolean; over: object[] } } };
  };
  expect(facts.ratchet.next).toMatchObject({ phase: 'goal', may_begin: false });
  expect(facts.ratchet.next.over.length).toBeGreaterThan(0);
});
