import { handOver, measureHttp, openSuiteTarget, type Measurement, type Target } from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const requests = 60;
let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

/** Where people log in elsewhere, or not at all, is for nobody to guess. */
const elsewhere: Measurement = {
  id: 'http.login.errors',
  title: 'login: requests without a 2xx answer',
  unit: 'count',
  value: 0,
  n: 0,
  verdict: 'not-applicable',
  reason:
    'only the reference wire says where to log in: measure your own endpoint with measureHttp',
};

async function measureLogins(): Promise<Measurement[]> {
  const [user] = target.users;
  return await measureHttp({
    name: 'login',
    url: `${target.url}/auth/login`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: user?.email, password: user?.password }),
    connections: 4,
    until: { requests },
    limits: { p95: 5_000 },
  });
}

test('logging in stays quick when several people log in at once', async ({ task }) => {
  const isReference = target.profile.name === 'reference';
  const measurements = isReference ? await measureLogins() : [elsewhere];
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
  expect(limited.some(({ id }) => id === 'http.login.p95')).toBe(isReference);
  expect(limited.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});
