import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

interface Frame {
  readonly type: string;
  readonly build?: string;
  readonly run_id?: string;
}

interface Chat {
  readonly frames: readonly Frame[];
  send(frame: object): void;
  /** Settles with the first frame of this type, come or to come. */
  see(type: string): Promise<Frame>;
  /** Settles with the close code. */
  readonly closed: Promise<number>;
}

let child: ChildProcess;
let ready: { readonly url: string; readonly control: string };
let token: string;

beforeEach(async () => {
  const main = join(import.meta.dirname, 'phase-2', 'main.ts');
  child = spawn(process.execPath, ['--conditions=golden-path-source', main], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (stdout === null) throw new TypeError('started with its stdout piped');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  ready = JSON.parse(line) as typeof ready;
  const login = await fetch(`${ready.url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'user-1@example.test', password: 'golden-path-demo' }),
  });
  token = ((await login.json()) as { access_token: string }).access_token;
});
afterEach(async () => {
  if (child.exitCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
});

function openChat(): Chat {
  const socket = new WebSocket(`${ready.url.replace('http', 'ws')}/ws`, [
    'golden-path.v1',
    `bearer.${token}`,
  ]);
  const frames: Frame[] = [];
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Frame));
  return {
    frames,
    send: (frame) => socket.send(JSON.stringify(frame)),
    async see(type) {
      for (;;) {
        const frame = frames.find((one) => one.type === type);
        if (frame !== undefined) return frame;
        await once(socket, 'message');
      }
    },
    closed: once(socket, 'close').then(([code]) => code as number),
  };
}

test('a run in flight ends where it began, and whoever comes next meets the other phase', async () => {
  const before = openChat();
  const { build } = await before.see('connection_established');
  before.send({ type: 'chat_message', content: 'slow 200 ; echo on', idempotency_key: 'one' });
  const { run_id } = await before.see('tool_executing');

  const switched = fetch(`${ready.control}/phase-1`, { method: 'PUT' });
  await before.see('agent_completed');
  expect(await before.closed).toBe(1012);
  expect(await (await switched).json()).toEqual({ answering: 'phase-1' });

  const after = openChat();
  expect((await after.see('connection_established')).build).not.toBe(build);
  after.send({ type: 'resume', run_id, after_seq: 0 });
  await after.see('resume_completed');
  const told = (chat: Chat) =>
    chat.frames.filter((frame) => frame.run_id === run_id && 'seq' in frame);
  const types = (chat: Chat) => told(chat).map(({ type }) => type);
  expect(types(after).filter((type) => type !== 'progress_update')).toEqual(types(before));
});

test('an unknown phase is refused, and the one that answers goes on', async () => {
  const refused = await fetch(`${ready.control}/phase-99`, { method: 'PUT' });
  expect(refused.status).toBe(409);
  await openChat().see('connection_established');
  expect(await (await fetch(ready.control)).json()).toEqual({ answering: 'phase-2' });
});

test('SIGTERM ends it', async () => {
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
