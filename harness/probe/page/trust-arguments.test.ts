import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { chromium } from 'playwright';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { referencePage } from '../../contract/page-profile.ts';
import { makeCertificates } from '../../reference/stack/make-certificates.ts';
import { hasPrograms } from '../../reference/stack/testing/has-programs.ts';
import { findBrowser } from '../../run/browser/find-browser.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { trustArguments } from './trust-arguments.ts';

const untrusted = 'net::ERR_CERT_AUTHORITY_INVALID';

async function makeAuthority() {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-trust-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { caFile, certificate, key } = await makeCertificates(folder);
  const [ca, leaf, secret] = await Promise.all(
    [caFile, certificate, key].map((file) => readFile(file, 'utf8')),
  );
  return { caFile, ca: String(ca), leaf: String(leaf), key: String(secret) };
}

async function serve(chain: string, key: string): Promise<string> {
  const server = createServer({ cert: chain, key }, (_, response) => response.end('here'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Does what `NODE_EXTRA_CA_CERTS` does at the start of a process. */
function learn(authority: { readonly caFile: string; readonly ca: string }): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, authority.ca]);
  vi.stubEnv('NODE_EXTRA_CA_CERTS', authority.caFile);
  onTestFinished(() => {
    setDefaultCACertificates(before);
    vi.unstubAllEnvs();
  });
}

describe.runIf(hasPrograms('openssl'))('a browser that is told whom to trust', () => {
  it('lets the servers of the authority in, and nobody else who sends its certificate along', async () => {
    const own = await makeAuthority();
    const foreign = await makeAuthority();
    const page = await serve(own.leaf, own.key);
    const api = await serve(own.leaf + own.ca, own.key);
    const stranger = await serve(foreign.leaf + foreign.ca, foreign.key);
    const pretender = await serve(foreign.leaf + own.ca, foreign.key);
    learn(own);
    const embedded = await openEmbeddedTarget();
    onTestFinished(() => embedded[Symbol.asyncDispose]());
    const origins = [api, stranger, pretender];
    const target = { ...embedded, url: page, page: { ...referencePage, origins } };

    const executablePath = findBrowser()?.path ?? 'no browser was found';
    const browser = await chromium.launch({ executablePath, args: await trustArguments(target) });
    onTestFinished(() => browser.close());
    const visit = async (url: string): Promise<string> => {
      const visitor = await browser.newPage();
      return visitor.goto(url).then(
        (response) => String(response?.status()),
        (error: unknown) => /net::\w+/.exec(String(error))?.[0] ?? String(error),
      );
    };

    expect(await visit(page)).toBe('200');
    expect(await visit(api)).toBe('200');
    expect(await visit(stranger)).toBe(untrusted);
    expect(await visit(pretender)).toBe(untrusted);
  });
});

it('nothing is said to the browser where nobody named an authority', async () => {
  vi.stubEnv('NODE_EXTRA_CA_CERTS', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  expect(await trustArguments({ ...target, url: 'https://127.0.0.1:1' })).toEqual([]);
});
