import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { measureHttp } from './measure-http.ts';

/** A server that is closed when the test is over. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/login`;
}

const measure = async (listener: RequestListener, requests = 200) => {
  const url = await listen(listener);
  const measurements = await measureHttp({
    name: 'login',
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"email":"user-1@example.test"}',
    connections: 5,
    until: { requests },
    limits: { p95: 60_000 },
  });
  return Object.fromEntries(measurements.map((measurement) => [measurement.id, measurement]));
};

describe('measureHttp', () => {
  it('sends what it was told and reports percentiles, rate and no errors', async () => {
    const bodies = new Set<string>();
    const seen = await measure((request, response) => {
      void request
        .setEncoding('utf8')
        .on('data', (body: string) => bodies.add(`${request.method} ${body}`));
      request.on('end', () => response.end('{}'));
    });
    expect([...bodies]).toEqual(['POST {"email":"user-1@example.test"}']);
    expect(seen['http.login.errors']).toMatchObject({ verdict: 'pass', value: 0, n: 200 });
    expect(seen['http.login.p95']).toMatchObject({ verdict: 'pass', n: 200, limit: 60_000 });
    expect(seen['http.login.p50']?.distribution?.length).toBeGreaterThan(0);
    expect(seen['http.login.rate']?.value).toBeGreaterThan(0);
  });

  it('fails on answers other than 2xx, says which, and does not count their speed', async () => {
    let count = 0;
    const seen = await measure((_request, response) => {
      count += 1;
      response.writeHead(count % 4 === 0 ? 503 : 200).end();
    });
    expect(seen['http.login.errors']).toMatchObject({
      verdict: 'fail',
      value: 50,
      reason: expect.stringContaining('50 × 503') as string,
    });
    expect(seen['http.login.p95']?.n).toBe(150);
  });

  it('knows nothing when nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const measurements = await measureHttp({
      name: 'login',
      url: `http://127.0.0.1:${port}`,
      until: { requests: 20 },
    });
    expect(new Set(measurements.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(measurements.every(({ n }) => n === 0 || n === 20)).toBe(true);
  });

  it('keeps to a rate', async () => {
    const url = await listen((_request, response) => response.end());
    const [p50] = await measureHttp({
      name: 'threads',
      url,
      connections: 2,
      rate: 20,
      until: { seconds: 1 },
    });
    expect(p50?.n).toBeGreaterThan(0);
    // Two connections without a rate get thousands of answers in a second.
    expect(p50?.n).toBeLessThanOrEqual(400);
  });
});
