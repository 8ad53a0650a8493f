import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPrograms } from '../../reference/stack/testing/has-programs.ts';
import { makeCertificates } from '../../reference/stack/make-certificates.ts';
import { describeUnreachable } from './describe-unreachable.ts';
import { exchangeJson } from './exchange-json.ts';
import { openSseLink } from './open-sse-link.ts';
import { openWebSocketLink } from './websocket-link.ts';

const deadlines = { upgradeMs: 60_000, pongMs: 60_000 };
const listener = { frame: () => {}, closed: () => {} };
const untrusted = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';

it.each([
  ['CERT_HAS_EXPIRED', 'TARGET_UNTRUSTED'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'TARGET_UNTRUSTED'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TARGET_UNTRUSTED'],
  ['ECONNREFUSED', 'TARGET_UNREACHABLE'],
  ['EPROTO', 'TARGET_UNREACHABLE'],
  ['no answer within 10 s', 'TARGET_UNREACHABLE'],
])('%s is %s', (cause, code) => {
  expect(describeUnreachable('https://chat.example.test', cause)).toMatchObject({ code });
});

it.each([
  ['https://chat.example.test', 'ERR_SSL_WRONG_VERSION_NUMBER', /speaks no TLS; write http:/],
  ['wss://chat.example.test', 'EPROTO', /speaks no TLS; write http:/],
  ['http://chat.example.test', 'ECONNRESET', /without a word; write https:/],
  ['https://chat.example.test', 'ECONNRESET', /nothing answers/],
  ['http://chat.example.test', 'HPE_INVALID_CONSTANT', /speaks no HTTP/],
  ['http://chat.example.test', 'ECONNREFUSED', /nothing answers/],
])('%s, %s: the message says what to write', (url, cause, said) => {
  expect(describeUnreachable(url, cause).message).toMatch(said);
  expect(describeUnreachable(url, cause).message).toContain(`(${cause})`);
});

describe.runIf(hasPrograms('openssl'))('a server whose authority nobody here knows', () => {
  let folder: string;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-path-tls-'));
    const { certificate, key } = await makeCertificates(folder);
    server = createServer({ cert: await readFile(certificate), key: await readFile(key) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('is told apart from one that is away, and the hint says what to set', async () => {
    const asked = exchangeJson(`https://${address}`, 'GET', '/readyz');
    await expect(asked).rejects.toMatchObject({
      code: 'TARGET_UNTRUSTED',
      message: `the certificate of https://${address} is not trusted (${untrusted})`,
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS=') as unknown,
    });
  });

  it('is told by links of either kind before anything is sent', async () => {
    const opening = { outcome: 'unreachable', detail: untrusted };
    const socket = openWebSocketLink(`wss://${address}/`, { protocols: [] }, listener, deadlines);
    await expect(socket).resolves.toMatchObject({ opening });
    const stream = openSseLink(`https://${address}/`, { headers: {} }, listener, deadlines);
    await expect(stream).resolves.toMatchObject({ opening });
  });
});
