import type { Environment } from '../../contract/environment.ts';

/** What must be equal before two absolute numbers are compared: the machine and the Node release line, not the commit. */
export function fingerprint({ node, platform, cpu, cores, memory_mb }: Environment): string {
  const major = node.replace(/\..*$/, '');
  return [major, platform, cpu, cores, `${Math.round(memory_mb / 1024)} GB`].join(' | ');
}
