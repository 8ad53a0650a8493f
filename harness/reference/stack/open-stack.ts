import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HarnessError } from '../../contract/harness-error.ts';
import { cleanUpAfter } from './clean-up-after.ts';
import { makeCertificates } from './make-certificates.ts';
import { openSharedBus } from './open-shared-bus.ts';
import { openSharedDatabase } from './open-shared-database.ts';
import { isPortFree, pickPort } from './pick-port.ts';
import { runProgram } from './run-program.ts';
import { Stack } from './stack.ts';
import { StackNode } from './stack-node.ts';
import { StackProxy } from './stack-proxy.ts';

/** How to start a stack. Everything may be left out. */
export interface StackOptions {
  /** Port of the proxy; 0, the default, takes a free one. */
  readonly port?: number;
  /** `postgres://…` or `embedded`; unless told, PostgreSQL is used where it answers at the usual place. */
  readonly database?: string;
  /** `nats://…` or `embedded`; unless told, NATS is used where it answers at the usual place. */
  readonly bus?: string;
  /** How long nothing may go over a connection before the proxy ends it (a minute). */
  readonly idleMs?: number;
  /** Headers that the proxy takes from upgrades: one that checks credentials itself consumes Authorization. */
  readonly strip?: readonly string[];
  /** How long an access token lives, in seconds; the platform's default unless told. */
  readonly accessTokenSeconds?: number;
  /** Gets a line when something ends that nobody asked to end. */
  readonly report?: (line: string) => void;
}

const names = ['one', 'two'];
const usualIdleMs = 60_000;

/**
 * Starts what staging has, on the loopback of this machine and without root: two nodes in processes of their own, TLS
 * through nginx, PostgreSQL and NATS or what stands in for them. Rejects with STACK_PROGRAM_MISSING where nginx or
 * openssl is not installed, with PLATFORM_OPTION_INVALID where what was asked for cannot be had, and with STACK_FAILED.
 */
export async function openStack(options: StackOptions = {}): Promise<Stack> {
  // Before anything is left anywhere.
  await runProgram('nginx', ['-v']);
  await runProgram('openssl', ['version']);
  const port = await choosePort(options.port ?? 0);
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-stack-'));
  // Started by root, the proxy's workers are somebody else, and have to get at their own folders in here.
  await chmod(folder, 0o711);
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    undo.push(cleanUpAfter(folder));
    const certificates = await makeCertificates(folder);
    const place = { id: randomUUID().replaceAll('-', '').slice(0, 12), folder };
    const database = await openSharedDatabase(options.database, place);
    undo.push(() => database.remove());
    const bus = await openSharedBus(options.bus, place);
    undo.push(() => bus.remove());
    const nodes: StackNode[] = [];
    undo.push(() => Promise.all(nodes.map((node) => node.stop())));
    for (const name of names) {
      const node: StackNode = await prepareNode(name, [database.location, bus.location], options, {
        log: join(folder, `${name}.log`),
        relay: (message) => {
          for (const other of nodes) if (other !== node) other.tell(message);
        },
      });
      // One after the other: the first makes the tables and the users.
      await node.start();
      nodes.push(node);
    }
    const proxy = await StackProxy.open({
      folder,
      listen: `127.0.0.1:${port}`,
      nodes: nodes.map(({ address }) => address),
      idleMs: options.idleMs ?? usualIdleMs,
      strip: options.strip ?? [],
      certificates,
    });
    undo.push(() => proxy.stop());
    const { caFile } = certificates;
    return new Stack({
      url: `https://127.0.0.1:${port}`,
      caFile,
      nodes,
      proxy,
      database,
      bus,
      stop,
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function choosePort(asked: number): Promise<number> {
  if (asked === 0) return pickPort();
  if (await isPortFree(asked)) return asked;
  const message = `nobody can listen at port ${asked} of 127.0.0.1: it is taken, or for root only`;
  throw new HarnessError('PLATFORM_OPTION_INVALID', message, { where: '--port' });
}

async function prepareNode(
  instance: string,
  [database, bus]: readonly [string, string],
  { accessTokenSeconds, report = () => {} }: StackOptions,
  rest: Pick<ConstructorParameters<typeof StackNode>[0], 'log' | 'relay'>,
): Promise<StackNode> {
  const limits = accessTokenSeconds === undefined ? {} : { limits: { accessTokenSeconds } };
  return new StackNode({
    order: {
      port: await pickPort(),
      instance,
      database,
      bus,
      trustedProxies: ['127.0.0.1'],
      ...limits,
    },
    died: (signal) => report(`node ${instance} has ended (${signal ?? 'by itself'})`),
    ...rest,
  });
}
