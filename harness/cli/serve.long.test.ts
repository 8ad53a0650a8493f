import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';

const bin = resolve('bin/golden-path.js');
let serving: ChildProcess | undefined;

afterEach(() => serving?.kill('SIGKILL'));

function serve(...words: string[]) {
  const child = spawn(process.execPath, [bin, 'serve', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  serving = child;
  return { child, said: text(child.stderr), ended: once(child, 'exit') };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'prints its URL and who may log in, and says goodbye to every socket at %s',
  async (signal) => {
    const { child, said, ended } = serve('--port', '0');
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const response = await fetch(`${url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'user-1@example.test', password: 'golden-path-demo' }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    const protocols = ['golden-path.v1', `bearer.${token}`];
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, protocols);
    await once(socket, 'message');
    const closed = once(socket, 'close');
    child.kill(signal);
    expect((await closed)[0]).toBe(1012);
    const [code] = (await ended) as [number | null];
    expect(code).toBe(signal === 'SIGTERM' ? 143 : 130);
    expect(await said).toContain('log in as user-1@example.test with golden-path-demo');
  },
);

it.each([
  [['--port', '99999'], 'port'],
  [['--port', 'any'], 'port'],
  [['--host', 'no.such.host.invalid', '--port', '0'], 'there is no such host'],
  [['--port', '0', '--database', 'postgres://a@127.0.0.1:1/none'], 'the database or the bus'],
  [['--port', '0', '--bus', 'nats://127.0.0.1:1/none'], 'the database or the bus'],
  [['--port', '0', '--bus', 'embedded'], 'embedded is for --stack staging'],
  [['--port', '0', '--strip', 'cookie'], '--strip is for --stack staging'],
])('%j is a mistake of the user: 64, one message, no stack trace', async (words, message) => {
  const { said, ended } = serve(...words);
  expect((await ended)[0]).toBe(64);
  expect(await said).toContain(message);
  expect(await said).not.toMatch(/^\s+at .*:\d+:\d+/m);
});
