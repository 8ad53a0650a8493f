import { handOver, measureHttp, openSuiteTarget, type Target } from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const requests = 60;
let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

test('logging in stays quick when several people log in at once', async ({ task }) => {
  const [user] = target.users;
  const measurements = await measureHttp({
    name: 'login',
    url: `${target.url}/auth/login`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: user?.email, password: user?.password }),
    connections: 4,
    until: { requests },
    limits: { p95: 5_000 },
  });
  await handOver(task, {
    covers: ['J1', 'E2'],
    value: {
      segment: 'everyone, every morning',
      goal: 'get in',
      impact: 'a slow login is the first thing a user sees of an outage',
    },
    measurements,
  });
  const limited = measurements.filter(({ limit }) => limit !== undefined);
  expect(limited.map(({ id }) => id)).toContain('http.login.p95');
  expect(limited.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});
