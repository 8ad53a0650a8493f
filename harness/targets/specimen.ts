import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { HarnessError } from '../contract/harness-error.ts';
import { sourceFlags } from './source-flags.ts';
import { demoUsers } from './demo-users.ts';
import { referenceProfile } from './profiles/reference/index.ts';
import type { Target } from './target.ts';

/** The one line a specimen prints once it listens. */
const ReadySchema = z.looseObject({
  url: z.url(),
  control: z.url().optional(),
  tree: z.string().optional(),
});

const startMs = 90_000;

/** How long a specimen may take to leave once it was asked to. */
const farewellMs = 5_000;

/** Starts `suites/specimens/<name>/main` as a child process and waits for its ready line. */
export async function openSpecimen(name: string): Promise<Target> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const entry = fileURLToPath(
    new URL(`../../suites/specimens/${name}/main.${extension}`, import.meta.url),
  );
  if (!/^[\w-]+$/.test(name) || !existsSync(entry)) {
    throw new HarnessError('TARGET_UNKNOWN', `there is no specimen "${name}"`, {
      where: 'suites/specimens',
    });
  }
  const child = spawn(process.execPath, [...sourceFlags(), entry], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = await readReadyLine(child, name);
  return {
    name: `specimen:${name}`,
    url: ready.url,
    profile: referenceProfile,
    users: demoUsers(),
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    ...(ready.control === undefined ? {} : { control: ready.control }),
    ...(ready.tree === undefined ? {} : { tree: ready.tree }),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      // Node may spin for ever while it tears down what is long finished; nobody waits for that.
      const timer = setTimeout(() => child.kill('SIGKILL'), farewellMs);
      await gone;
      clearTimeout(timer);
    },
  };
}

async function readReadyLine(
  child: ChildProcess,
  name: string,
): Promise<z.infer<typeof ReadySchema>> {
  const { stdout } = child;
  if (stdout === null) throw new TypeError('a specimen is started with its stdout piped');
  const lines = createInterface({ input: stdout });
  const signal = AbortSignal.timeout(startMs);
  try {
    const [line]: string[] = await Promise.race([
      once(lines, 'line', { signal }),
      once(child, 'exit', { signal }).then(() => []),
    ]);
    return ReadySchema.parse(JSON.parse(line ?? ''));
  } catch (cause) {
    child.kill('SIGKILL');
    throw new HarnessError(
      'SPECIMEN_FAILED',
      `specimen "${name}" did not say {"url"} within ${startMs / 1000} s`,
      { cause },
    );
  }
}
