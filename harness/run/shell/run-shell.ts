import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { inheritedEnvironment } from '../inherited-environment.ts';
import { readTail } from './read-tail.ts';

export interface ShellOrder {
  /** As a person would type it. */
  readonly command: string;
  readonly cwd: string;
  /** File that gets everything it prints. */
  readonly log: string;
  readonly withinMs: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface ShellEnding {
  /** `exit N`, the name of a signal, `timed out`, `interrupted`, or why it could not be started. */
  readonly ending: string;
  readonly durationMs: number;
  /** The last lines that it printed. */
  readonly output: string;
}

/** How long a command may take to leave once it was asked to, in ms. */
const farewellMs = 3_000;

/**
 * Runs a command of the user through the shell and waits for its end, and for no longer than that: what it left
 * running in the background may go on. At its time limit it is ended together with all that it started.
 */
export async function runShell(order: ShellOrder): Promise<ShellEnding> {
  const started = performance.now();
  mkdirSync(dirname(order.log), { recursive: true });
  // A file and not a pipe: a server that the command left behind would keep a pipe open for ever.
  const log = openSync(order.log, 'a');
  const limit = AbortSignal.timeout(order.withinMs);
  const { signal = new AbortController().signal } = order;
  const stop = AbortSignal.any([limit, signal]);
  const child = spawn(order.command, {
    shell: true,
    cwd: order.cwd,
    env: { ...inheritedEnvironment(), ...order.environment },
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  const ended = once(child, 'exit').then(
    ([code, name]) => (typeof code === 'number' ? `exit ${code}` : String(name)),
    (error: unknown) => `not started (${String(error)})`,
  );
  const halt = (): void => void endGroup(child, ended);
  if (stop.aborted) halt();
  stop.addEventListener('abort', halt, { once: true });
  const ending = await ended;
  stop.removeEventListener('abort', halt);
  return {
    ending: signal.aborted ? 'interrupted' : limit.aborted ? 'timed out' : ending,
    durationMs: Math.round(performance.now() - started),
    output: readTail(order.log),
  };
}

async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  endAll(child, 'SIGTERM');
  const timer = setTimeout(() => endAll(child, 'SIGKILL'), farewellMs);
  await ended;
  clearTimeout(timer);
}

function endAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
