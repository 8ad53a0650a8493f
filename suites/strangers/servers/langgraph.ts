/** The LangGraph API dev server, by its own command, in a folder of its own: it writes beside its configuration. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ready } from './ready.ts';

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address() as AddressInfo;
probe.close();
await once(probe, 'close');

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'golden-path-langgraph-'));
const graphs = { agent: `${relative(folder, join(here, 'langgraph/graph.ts'))}:graph` };
writeFileSync(join(folder, 'langgraph.json'), JSON.stringify({ graphs }));
const cli = join(here, 'node_modules/@langchain/langgraph-cli/dist/cli/cli.mjs');
const words = ['dev', '--no-browser', '--port', String(port), '--host', '127.0.0.1'];
const child = spawn(process.execPath, [cli, ...words, '--config', join(folder, 'langgraph.json')], {
  cwd: folder,
  // It forks: the whole group is stopped.
  detached: true,
  env: { ...process.env, LANGSMITH_TRACING: 'false', LANGGRAPH_CLI_NO_ANALYTICS: '1' },
  stdio: ['ignore', process.env['DEBUG'] === undefined ? 'ignore' : process.stderr, process.stderr],
});
process.on('exit', () => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
  rmSync(folder, { recursive: true, force: true });
});
process.on('SIGTERM', () => process.exit(0));
process.stdin.resume().on('end', () => process.exit(0));
child.on('exit', (code) => process.exit(code ?? 1));

const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path: '/ok' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('error', () => resolve(false))
      .end();
  });
while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 100));
ready(`http://127.0.0.1:${port}`);
