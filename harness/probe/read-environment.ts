import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Environment } from '../contract/environment.ts';

/** Where this process runs. */
export function readEnvironment(): Environment {
  const commit = process.env['GITHUB_SHA'] ?? process.env['CI_COMMIT_SHA'];
  return {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory_mb: Math.round(totalmem() / 1024 / 1024),
    ci: process.env['CI'] !== undefined && process.env['CI'] !== '',
    ...(commit === undefined ? {} : { commit }),
  };
}
