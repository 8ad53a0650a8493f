import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../load-config.ts';
import { initProject } from './init-project.ts';

function openFolder(files: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'golden-path-init-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

test('a project gets a configuration that is one, and workflows where it asks for them', async () => {
  const root = openFolder({ 'package.json': '{}' });
  const outcomes = initProject({ root, ci: 'github', force: false });
  expect(outcomes.map(({ path, done }) => `${path} ${done}`)).toEqual([
    'golden-path.config.ts written',
    '.github/workflows/golden-path.yml written',
    '.github/workflows/golden-path-nightly.yml written',
    '.github/dependabot.yml written',
  ]);
  const file = join(root, 'golden-path.config.ts');
  const entry = JSON.stringify(resolve('harness/contract/config.ts'));
  writeFileSync(file, readFileSync(file, 'utf8').replace("'golden-path'", entry));
  const { targets } = await loadConfig(file);
  expect(targets['staging']).toMatchObject({
    url: { env: 'GOLDEN_PATH_STAGING_URL' },
    credentials: { env: 'GOLDEN_PATH_STAGING' },
  });
});

test('a night that failed is remembered, too', () => {
  const root = openFolder();
  initProject({ root, ci: 'github', force: false });
  const text = readFileSync(join(root, '.github/workflows/golden-path-nightly.yml'), 'utf8');
  const { jobs } = parse(text) as { jobs: { nightly: { steps: Record<string, string>[] } } };
  const cached = jobs.nightly.steps.filter(({ uses }) => uses?.startsWith('actions/cache'));
  expect(cached.map(({ uses, if: when }) => [uses?.replace(/@.*/, ''), when])).toEqual([
    ['actions/cache/restore', undefined],
    ['actions/cache/save', expect.stringContaining('always()')],
  ]);
});

test('a project without Node gets a configuration that needs none', async () => {
  const root = openFolder();
  const [outcome] = initProject({ root, ci: undefined, force: false });
  expect(outcome).toEqual({ path: 'golden-path.config.json', done: 'written' });
  const { targets } = await loadConfig(join(root, 'golden-path.config.json'));
  expect(Object.keys(targets)).toEqual(['staging']);
});

test('what is there is left alone, a configuration under another name too, unless told otherwise', () => {
  const own = { 'package.json': '{}', 'golden-path.config.json': '{}', '.gitlab-ci.yml': 'own: 1' };
  const root = openFolder(own);
  expect(initProject({ root, ci: 'gitlab', force: false })).toEqual([
    { path: 'golden-path.config.json', done: 'left alone' },
    { path: '.gitlab/golden-path.gitlab-ci.yml', done: 'written' },
    { path: '.gitlab-ci.yml', done: 'left alone' },
  ]);
  expect(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')).toBe('own: 1');
  const forced = initProject({ root, ci: 'gitlab', force: true });
  expect(forced.map(({ done }) => done)).toEqual(['left alone', 'overwritten', 'overwritten']);
  expect(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')).toContain('include:');
});

test('a folder that cannot be written is a mistake of the user', () => {
  const root = openFolder({ file: '' });
  const attempt = () => initProject({ root: join(root, 'file'), ci: undefined, force: false });
  expect(attempt).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
