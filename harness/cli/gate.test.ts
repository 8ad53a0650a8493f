import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Real processes side by side: a busy machine takes its time, and nothing here is judged by it.
vi.setConfig({ testTimeout: 120_000 });

const bin = join(import.meta.dirname, '..', '..', 'bin', 'golden-path.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-gate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of its own, as in CI; its reports go to a folder of its own. */
function gate(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [bin, 'gate', ...words], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? 70);
      resolve({ code, stdout, stderr });
    });
  });
}

function writeConfig(name: string, config: object): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(config));
  return path;
}

describe.concurrent('a red and a green gate, live', () => {
  const asked = ['one-factory', 'consumer-map', 'surface-file'].flatMap((id) => ['--only', id]);

  test('phase 2 passes on the specimen of phase 2 and fails on the one before it', async () => {
    const [green, red] = await Promise.all(
      ['phase-2', 'phase-1'].map((phase) =>
        gate('--phase', '2', '--target', `specimen:${phase}`, ...asked, '--quiet'),
      ),
    );
    expect(green).toMatchObject({ code: 0, stdout: expect.stringContaining('PASS: Phase 2') });
    expect(red).toMatchObject({ code: 1, stdout: expect.stringContaining('one-factory failed') });
  });
});

test.concurrent('the list of a phase names its criteria and what they need', async () => {
  const { code, stdout } = await gate('--phase', '2', '--list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/isolation .*needs mission-critical; users 8/);
  expect(stdout).not.toContain('event-loss');
});

test.concurrent.each([
  [['--only', 'isolatoin'], 'did you mean "isolation"?'],
  [['--phase', '5'], 'Allowed choices are 1, 2, 3, 4'],
  [['--shard', '3/2'], 'a shard is i/n'],
])('%j is wrong usage', async (words, sentence) => {
  const { code, stderr } = await gate(...words);
  expect(code).toBe(64);
  expect(stderr).toContain(sentence);
});

test.concurrent('a criterion that gets looser without a reason is wrong configuration, before anything runs', async () => {
  const criteria = { isolation: { limits: { users: 2 } } };
  const config = writeConfig('loose', { gate: { criteria } });
  const { code, stderr } = await gate('--phase', '2', '--config', config);
  expect(code).toBe(64);
  expect(stderr).toContain('gate.criteria.isolation has users 2 instead of 8: say why');
});
