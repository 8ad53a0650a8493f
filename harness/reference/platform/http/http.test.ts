import { connect as connectTcp } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../../contract/demo-users.ts';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { login } from '../testing/chat-client.ts';

let platform: RunningPlatform;

beforeAll(async () => {
  platform = await startPlatform({ demoUsers: true });
});
afterAll(() => platform.stop());

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${platform.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('a bad request', () => {
  const credentials = { email: 'user-1@example.test', password: demoPassword };
  it.each([
    ['/auth/login', '{', 400, 'INVALID_REQUEST'],
    ['/auth/login', {}, 400, 'INVALID_REQUEST'],
    ['/auth/login', { ...credentials, admin: true }, 400, 'INVALID_REQUEST'],
    ['/auth/login', { ...credentials, password: ['x'] }, 400, 'INVALID_REQUEST'],
    ['/auth/login', [credentials], 400, 'INVALID_REQUEST'],
    ['/auth/login', '', 400, 'INVALID_REQUEST'],
    ['/auth/login', `{"__proto__":{}}`, 400, 'INVALID_REQUEST'],
    ['/auth/login', { ...credentials, email: 'x'.repeat(100_000) }, 413, 'BODY_TOO_LARGE'],
    ['/auth/login', { ...credentials, password: 'wrong' }, 401, 'UNAUTHORIZED'],
    ['/auth/refresh', { refresh_token: 'a.b' }, 401, 'UNAUTHORIZED'],
    ['/auth/logout', {}, 401, 'UNAUTHORIZED'],
    ['/auth/ws-ticket', {}, 401, 'UNAUTHORIZED'],
    ['/nothing', {}, 404, 'NOT_FOUND'],
  ])('to %s with %j gets %i and a code, and no reason', async (path, body, status, code) => {
    await expect(post(path, body)).resolves.toEqual({ status, body: { error: { code } } });
  });
});

/** Sends bytes as they are; gives the status and the body of the answer. */
async function say(bytes: string): Promise<{ status: number; body: unknown }> {
  const { hostname: host, port } = new URL(platform.url);
  const socket = connectTcp({ host, port: Number(port) });
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) };
}

describe('what is hardly a request', () => {
  const typed = (type: string) => ({ 'content-type': type });
  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'a body of type %s is refused as such',
    async (type) => {
      await expect(post('/auth/login', 'a=b', typed(type))).resolves.toEqual({
        status: 415,
        body: { error: { code: 'MEDIA_TYPE_UNSUPPORTED' } },
      });
    },
  );

  it.each([
    ['GET', '/auth/login', 'POST'],
    ['DELETE', '/threads', 'GET, HEAD'],
    ['POST', '/threads/thr_1/messages?a=b', 'GET, HEAD'],
  ])('%s %s is told the methods there are', async (method, path, allow) => {
    const response = await fetch(`${platform.url}${path}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    await expect(response.json()).resolves.toEqual({ error: { code: 'METHOD_NOT_ALLOWED' } });
  });

  it.each([
    [
      'GET /threads/%zz/messages HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
      'INVALID_REQUEST',
    ],
    ['GET /ws HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 426, 'UPGRADE_REQUIRED'],
    ['hello\r\n\r\n', 400, 'INVALID_REQUEST'],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ])('%j gets %i and a code', async (bytes, status, code) => {
    await expect(say(bytes)).resolves.toEqual({ status, body: { error: { code } } });
  });
});

describe('an access token that is not ours', () => {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  it.each([
    ['unsigned', (payload: string) => `${encode({ alg: 'none' })}.${payload}.`],
    [
      'with our signature under another user',
      (payload: string, head: string, sign: string) => {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
        return `${head}.${encode({ ...claims, sub: 'usr_other' })}.${sign}`;
      },
    ],
    ['that is no token', () => 'garbage'],
  ])('%s opens nothing', async (_, forge) => {
    const [head = '', payload = '', sign = ''] = (await login(platform, 3)).access_token.split('.');
    const headers = { authorization: `Bearer ${forge(payload, head, sign)}` };
    const response = await fetch(`${platform.url}/threads`, { headers });
    expect(response.status).toBe(401);
    await expect(response.json()).resolves.toEqual({ error: { code: 'UNAUTHORIZED' } });
  });
});

describe('login', () => {
  it('does not care how the address is spelt', async () => {
    const body = { email: 'USER-1@Example.Test', password: demoPassword };
    await expect(post('/auth/login', body)).resolves.toMatchObject({ status: 200 });
  });

  it('is slowed down after ten wrong passwords, for this account only', async () => {
    const guess = { email: 'user-30@example.test', password: 'guess' };
    for (let number = 0; number < 10; number += 1) await post('/auth/login', guess);
    await expect(post('/auth/login', { ...guess, password: demoPassword })).resolves.toMatchObject({
      status: 429,
      body: { error: { code: 'TOO_MANY_ATTEMPTS' } },
    });
    await expect(login(platform, 31)).resolves.toMatchObject({ user: {} });
  });

  it.each([
    ['told by a trusted proxy', ['127.0.0.1'], 200],
    ['made up by the client', [], 429],
  ])('is slowed down per address, %s', async (_, trustedProxies, status) => {
    const proxied = await startPlatform({ demoUsers: 1, trustedProxies });
    const attempt = async (password: string, from: string): Promise<number> => {
      const response = await fetch(`${proxied.url}/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ email: 'user-1@example.test', password }),
      });
      return response.status;
    };
    for (let number = 0; number < 10; number += 1) await attempt('guess', '192.0.2.1');
    await expect(attempt(demoPassword, '192.0.2.2')).resolves.toBe(status);
    await expect(attempt(demoPassword, '192.0.2.1')).resolves.toBe(429);
    await proxied.stop();
  });
});

it('the page is served with a strict policy', async () => {
  const response = await fetch(platform.url);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  await expect(response.text()).resolves.toContain(demoPassword);
});

it('a platform without demo users lets nobody in and names no password', async () => {
  const bare = await startPlatform();
  await expect(login(bare)).rejects.toThrow('401');
  const page = await (await fetch(bare.url)).text();
  expect(page).not.toContain(demoPassword);
  await bare.stop();
});

it('demo users are refused where others could reach them', async () => {
  await expect(startPlatform({ host: '0.0.0.0', demoUsers: true })).rejects.toMatchObject({
    code: 'PLATFORM_OPTION_INVALID',
  });
});

it.each([
  ['somebody listens there already', () => ({ port: Number(new URL(platform.url).port) })],
  ['there is no such host', () => ({ host: 'no.such.host.invalid' })],
])('an address is refused when %s', async (reason, optionsOf) => {
  await expect(startPlatform(optionsOf())).rejects.toMatchObject({
    code: 'PLATFORM_OPTION_INVALID',
    message: expect.stringContaining(reason) as unknown,
  });
});
