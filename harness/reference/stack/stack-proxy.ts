import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HarnessError } from '../../contract/harness-error.ts';
import { awaitExit, isRunning } from './await-exit.ts';
import { programEnvironment } from './program-environment.ts';
import { renderProxyConfig, type ProxyPlan } from './proxy-config.ts';
import { runProgram } from './run-program.ts';

const program = 'nginx';

/** Between two looks whether it listens. */
const lookMs = 20;
const startMs = 20_000;
const farewellMs = 5_000;

/** Modules whose temporary folders nginx makes at its start, at places where only root may. */
const optionalModules = ['fastcgi', 'scgi', 'uwsgi'];

/** The reverse proxy of a stack: one nginx, at one port, which can be reloaded and started anew. */
export class StackProxy {
  readonly #words: readonly string[];
  readonly #plan: ProxyPlan;
  #child: ChildProcess | undefined;

  private constructor(words: readonly string[], plan: ProxyPlan) {
    this.#words = words;
    this.#plan = plan;
  }

  /** Rejects with STACK_PROGRAM_MISSING or STACK_FAILED. */
  static async open(plan: Omit<ProxyPlan, 'modules'>): Promise<StackProxy> {
    const built = await runProgram(program, ['-V']);
    const modules = optionalModules.filter((name) => !built.includes(`--without-http_${name}_`));
    const config = join(plan.folder, 'nginx.conf');
    await writeFile(config, renderProxyConfig({ ...plan, modules }));
    const words = ['-e', join(plan.folder, 'nginx.log'), '-c', config, '-g', 'daemon off;'];
    const proxy = new StackProxy(words, { ...plan, modules });
    await proxy.#start();
    return proxy;
  }

  get pid(): number | null {
    return this.#child !== undefined && isRunning(this.#child) ? (this.#child.pid ?? null) : null;
  }

  /** New workers take over; those before end the sockets they still have two seconds later. */
  reload(): void {
    this.#child?.kill('SIGHUP');
  }

  /** Ends every connection, and listens again at the same port. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start();
  }

  async stop(): Promise<void> {
    if (this.#child !== undefined) await awaitExit(this.#child, 'SIGTERM', farewellMs);
  }

  async #start(): Promise<void> {
    const child = spawn(program, this.#words, {
      stdio: 'ignore',
      detached: true,
      env: programEnvironment,
    });
    this.#child = child;
    await once(child, 'spawn');
    const [host = '', port] = this.#plan.listen.split(':');
    const deadline = performance.now() + startMs;
    while (!(await listens(host, Number(port)))) {
      if (isRunning(child) && performance.now() < deadline) await pause(lookMs);
      else throw await this.#describeFailure(child);
    }
    // Somebody else may be the one who listens there.
    if (!isRunning(child)) throw await this.#describeFailure(child);
  }

  async #describeFailure(child: ChildProcess): Promise<HarnessError> {
    await awaitExit(child, 'SIGKILL', farewellMs);
    const log = await readFile(join(this.#plan.folder, 'nginx.log'), 'utf8').catch(() => '');
    const { listen } = this.#plan;
    return new HarnessError('STACK_FAILED', `nginx does not listen at ${listen}\n${log.trim()}`);
  }
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
