import { spawnSync } from 'node:child_process';

const needed = ['nginx', 'openssl'];

/** Debian keeps servers where only root's PATH leads. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin` };

/**
 * Whether this machine has what a stack needs beside Node. If not, says so on stderr, or throws where
 * GOLDEN_PATH_REQUIRE_SERVICES=1 forbids to go without.
 */
export function hasPrograms(): boolean {
  const missing = needed.filter((name) => spawnSync(name, ['-v'], { env }).error !== undefined);
  if (missing.length === 0) return true;
  const reason = `${missing.join(' and ')} is not installed: what happens to a stack like staging is NOT tested`;
  if (process.env['GOLDEN_PATH_REQUIRE_SERVICES'] === '1') throw new Error(reason);
  process.stderr.write(`\n!! ${reason}\n`);
  return false;
}
