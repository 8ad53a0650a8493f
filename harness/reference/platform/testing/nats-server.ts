import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A NATS server of one test, which can die and come back, at the same port, remembering nothing. */
export interface MortalNats {
  /** `nats://host:port` */
  readonly url: string;
  kill(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** Whether there is a server to start. If not, says so on stderr, or throws with GOLDEN_PATH_REQUIRE_SERVICES=1. */
export function hasNatsServer(): boolean {
  if (spawnSync('nats-server', ['--version']).status === 0) return true;
  const reason = 'nats-server is not installed: what happens without it is NOT tested';
  if (process.env['GOLDEN_PATH_REQUIRE_SERVICES'] === '1') throw new Error(reason);
  process.stderr.write(`\n!! ${reason}\n`);
  return false;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
  } catch {
    await untilListening(port);
  } finally {
    socket.destroy();
  }
}

export async function startNats(): Promise<MortalNats> {
  const port = await findFreePort();
  const folders: string[] = [];
  let child: ChildProcess | undefined;

  const revive = async (): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-nats-'));
    folders.push(folder);
    const flags = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder];
    child = spawn('nats-server', flags, { stdio: 'ignore' });
    await untilListening(port);
  };
  const kill = async (): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  await revive();
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    revive,
    close: async () => {
      await kill();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
