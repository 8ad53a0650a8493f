import { spawnSync } from 'node:child_process';
import { programEnvironment } from '../program-environment.ts';

/**
 * Whether these programs are installed. If not, says so on stderr, or throws where GOLDEN_PATH_REQUIRE_SERVICES=1 forbids
 * to go without.
 */
export function hasPrograms(...names: readonly string[]): boolean {
  const missing = names.filter(
    (name) => spawnSync(name, ['-v'], { env: programEnvironment }).error !== undefined,
  );
  if (missing.length === 0) return true;
  const reason = `${missing.join(' and ')} is not installed: what needs it is NOT tested`;
  if (process.env['GOLDEN_PATH_REQUIRE_SERVICES'] === '1') throw new Error(reason);
  process.stderr.write(`\n!! ${reason}\n`);
  return false;
}
