import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PlatformOptions } from '../platform-options.ts';
import type { RunningPlatform } from '../start-platform.ts';

/** Starts a platform in a process of its own, so that it can be killed. */
export async function startPlatformProcess(
  options: Pick<PlatformOptions, 'database' | 'bus' | 'instance'>,
): Promise<{ child: ChildProcess; platform: Pick<RunningPlatform, 'url' | 'wsUrl'> }> {
  const script = join(import.meta.dirname, 'platform-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, platform: JSON.parse(line) as RunningPlatform };
}
