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
    ['/auth/login', { ...credentials, email: 'x'.repeat(100_000) }, 400, 'INVALID_REQUEST'],
    ['/auth/login', { ...credentials, password: 'wrong' }, 401, 'UNAUTHORIZED'],
    ['/auth/refresh', { refresh_token: 'a.b' }, 401, 'UNAUTHORIZED'],
    ['/auth/logout', {}, 401, 'UNAUTHORIZED'],
    ['/auth/ws-ticket', {}, 401, 'UNAUTHORIZED'],
    ['/nothing', {}, 404, 'NOT_FOUND'],
  ])('to %s with %j gets %i and a code, and no reason', async (path, body, status, code) => {
    await expect(post(path, body)).resolves.toEqual({ status, body: { error: { code } } });
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
