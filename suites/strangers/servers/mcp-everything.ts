/** The reference server of MCP, by its own binary. It takes a port and no other word for "any", so that one is looked for. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ready } from './ready.ts';

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address() as AddressInfo;
probe.close();
await once(probe, 'close');

const folder = dirname(
  createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/package.json'),
);
const child = spawn(process.execPath, [join(folder, 'dist/index.js'), 'streamableHttp'], {
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'pipe'],
});
process.on('exit', () => child.kill());
child.on('exit', (code) => process.exit(code ?? 1));
// It says so once it listens, on stderr.
await once(child.stderr, 'data');
child.stderr.resume();
child.stdout.resume();
ready(`http://127.0.0.1:${port}`);
