import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failingResult } from '../report/test-support/sample-results.ts';

const bin = resolve('bin/golden-path.js');
const escape = '\u001b[';
const folder = mkdtempSync(join(tmpdir(), 'golden-path-terminal-'));
const file = join(folder, 'result.json');

beforeAll(() => writeFileSync(file, JSON.stringify(failingResult)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing of the environment that these tests happen to run in. */
function environment(more: Record<string, string>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...more };
}

/** The report as a child process writes it into a pipe. */
function showInPipe(more: Record<string, string> = {}): string {
  const env = environment(more);
  return spawnSync(process.execPath, [bin, 'report', 'show', file], { env, encoding: 'utf8' })
    .stdout;
}

/** The same on a real terminal of this many columns. */
function showOnTerminal(columns: number, more: Record<string, string> = {}): string {
  const env = environment(more);
  const show = `stty cols ${String(columns)}; '${process.execPath}' '${bin}' report show '${file}'`;
  const { stdout } = spawnSync('script', ['-qec', show, '/dev/null'], { env, encoding: 'utf8' });
  return stdout.replaceAll('\r\n', '\n');
}

/** Everything but commands to copy, which are never broken. */
function proseOf(text: string): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/npx golden-path|golden-path gate/.test(line));
}

describe('a pipe', () => {
  test('gets no colour, and the same bytes with NO_COLOR', () => {
    const plain = showInPipe();
    expect(plain).toContain('✖ PAIR-OPEN');
    expect(plain).not.toContain(escape);
    expect(showInPipe({ NO_COLOR: '1' })).toBe(plain);
  });

  test('gets colour when it asks for it, and the bytes are the same but for that', () => {
    const coloured = showInPipe({ FORCE_COLOR: '1' });
    expect(coloured).toContain(escape);
    expect(stripVTControlCharacters(coloured)).toBe(showInPipe());
  });

  test.each([[{ TERM: 'dumb' }], [{ LANG: 'C' }], [{ LC_ALL: 'POSIX' }]])(
    '%j gets nothing but ASCII',
    (env) => {
      const text = showInPipe(env);
      expect(text).toContain('x PAIR-OPEN');
      expect(text).toMatch(/^[\n -~]+$/);
    },
  );

  test.each([60, 72, 100])('of %i columns gets no line that is wider', (columns) => {
    const widest = Math.max(
      ...proseOf(showInPipe({ COLUMNS: String(columns) })).map(({ length }) => length),
    );
    expect(widest).toBeLessThanOrEqual(columns);
    expect(widest).toBeGreaterThan(columns - 15);
  });
});

describe('a terminal', () => {
  test('gets colour, and no line that is wider than it is', () => {
    const text = showOnTerminal(60);
    expect(text).toContain(`${escape}31m`);
    expect(stripVTControlCharacters(text)).toContain('✖ PAIR-OPEN');
    for (const line of proseOf(text)) expect(line.length).toBeLessThanOrEqual(60);
  });

  test('uses the room that it has', () => {
    const lines = proseOf(showOnTerminal(140));
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(100);
  });

  test('gets the bytes of a pipe with NO_COLOR', () => {
    expect(showOnTerminal(100, { NO_COLOR: '1' })).toBe(showInPipe());
  });

  test('that is dumb gets neither colour nor signs', () => {
    expect(showOnTerminal(80, { TERM: 'dumb' })).toMatch(/^[\n -~]+$/);
  });
});
