/**
 * Draws how the migration of the specimens burns down to one implementation per role: writes a git repository with a
 * commit per phase and lets `golden-path audit --history` read it. Words are passed on, such as `--json`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHistory } from './phases/write-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-path-burn-down-'));
const bin = join(import.meta.dirname, '..', 'bin', 'golden-path.js');
try {
  await writeHistory(folder);
  const words = [bin, 'audit', folder, '--history', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  process.exitCode = status ?? 70;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
