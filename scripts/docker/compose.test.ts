import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { command as serve } from '../../harness/cli/commands/serve.ts';
import { makeCertificates } from '../../harness/reference/stack/make-certificates.ts';
import { programEnvironment } from '../../harness/reference/stack/program-environment.ts';
import { hasPrograms } from '../../harness/reference/stack/testing/has-programs.ts';

/** What these files use of the Compose specification; anything else is a typing error. */
const ServiceSchema = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  user: z.string().optional(),
  command: z.array(z.string()).optional(),
  network_mode: z.string().optional(),
  restart: z.enum(['on-failure']).optional(),
  stop_grace_period: z.string().optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({
        condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
      }),
    )
    .default({}),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.union([
    z.strictObject({ disable: z.literal(true) }),
    z.strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    }),
  ]),
});
const ComposeSchema = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), ServiceSchema),
  volumes: z.record(z.string(), z.null()),
  'x-node': z.unknown(),
  'x-health': z.unknown(),
});

const text = readFileSync('docker/docker-compose.yml', 'utf8');
const { services, volumes } = ComposeSchema.parse(parse(text, { merge: true }));
const dockerfile = readFileSync('docker/Dockerfile', 'utf8').replaceAll('\\\n', ' ');
const instructions = [...dockerfile.matchAll(/^([A-Z]+) +(.*)$/gm)].map(
  ([, name = '', rest = '']) => ({ name, rest }),
);

/** A tag that says a version, and no tag that moves to the next one. */
const pinned = /^[\w./-]+:\d+(\.\d+)*(-[\w.]+)*$/;

describe.each(Object.entries(services))('the service %s', (name, service) => {
  it('has an image of a pinned version, or one that is built here', () => {
    const built = Object.values(services).filter(({ build }) => build !== undefined);
    if (built.some(({ image }) => image === service.image)) return;
    expect(service.image).toMatch(pinned);
  });

  it('waits for services that there are, and for healthy ones only where health is looked at', () => {
    const shared = /^service:(.*)$/.exec(service.network_mode ?? '')?.[1] ?? name;
    const awaited = Object.entries(service.depends_on);
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining([shared, ...awaited.map(([other]) => other)]),
    );
    const unseen = awaited.filter(
      ([other, { condition }]) =>
        condition === 'service_healthy' && 'disable' in (services[other]?.healthcheck ?? {}),
    );
    expect(unseen).toEqual([]);
  });

  it('is reachable from this machine only, and holds no secret', () => {
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    const secrets = Object.keys(service.environment).filter((key) =>
      /PASSWORD|SECRET|TOKEN|_KEY/i.test(key),
    );
    expect(secrets).toEqual([]);
    expect((service.command ?? []).join(' ')).not.toMatch(/\/\/[^/@\s]+:[^/@\s]+@/);
  });

  it('mounts what there is', () => {
    const missing = service.volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) =>
        source.startsWith('.') ? !existsSync(join('docker', source)) : !(source in volumes),
      );
    expect(missing).toEqual([]);
  });

  it('runs a program of ours with options that exist', () => {
    const [, program = '', ...words] = service.command ?? [];
    if (service.image !== 'golden-path-stack') return;
    expect(existsSync(program)).toBe(true);
    if (program !== 'bin/golden-path.js') return;
    const known = serve.options.map(({ flags }) => flags.split(' ')[0]);
    expect(words[0]).toBe('serve');
    for (const word of words.slice(1)) expect(known).toContain(word.split('=')[0]);
  });
});

test('the nodes are those that the proxy knows, each with a name of its own', () => {
  const config = readFileSync('docker/nginx.conf', 'utf8');
  const upstream = [...config.matchAll(/^ +server 127\.0\.0\.1:(\d+) /gm)].map(([, port]) => port);
  const nodes = Object.values(services).filter(({ command }) => command?.includes('serve'));
  const told = (flag: string) =>
    nodes.map(({ command = [] }) => command.find((word) => word.startsWith(flag))?.split('=')[1]);
  expect(told('--port')).toEqual(upstream);
  expect(new Set(told('--name')).size).toBe(nodes.length);
  expect(new Set([...told('--database'), ...told('--bus')]).size).toBe(2);
});

test('the image is of a pinned version, holds what is there, and does not run as root', () => {
  const [from] = instructions;
  expect(from?.name).toBe('FROM');
  expect(from?.rest).toMatch(pinned);
  const copied = instructions
    .filter(({ name }) => name === 'COPY')
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  const sent = readFileSync('docker/Dockerfile.dockerignore', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  expect(sent).toEqual(copied);
  expect(instructions.find(({ name }) => name === 'USER')?.rest).toBe('node');
  expect(instructions.some(({ name }) => name === 'ADD')).toBe(false);
  expect(instructions.at(-1)?.name).toBe('CMD');
});

test.runIf(hasPrograms('nginx', 'openssl'))('nginx accepts the configuration', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-docker-'));
  await makeCertificates(folder);
  const config = readFileSync('docker/nginx.conf', 'utf8')
    .replaceAll(/\/(certificates|tmp)\//g, `${folder}/`)
    .replace('listen 8443', `listen unix:${folder}/socket`);
  await writeFile(join(folder, 'nginx.conf'), config);
  const words = ['-t', '-q', '-e', join(folder, 'log'), '-c', join(folder, 'nginx.conf')];
  const { status, stderr } = spawnSync('nginx', words, { env: programEnvironment });
  await rm(folder, { recursive: true });
  expect(String(stderr)).toBe('');
  expect(status).toBe(0);
});
