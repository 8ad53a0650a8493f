import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseUnreadConfig } from './refuse-unread-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-unread-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  'golden-path.config.yaml',
  'golden-path.config.cjs',
  '.golden-path.yml',
  'golden_path.toml',
  'golden-path.json',
  '.goldenpathrc',
])('names %s, which nobody reads', (name) => {
  writeFileSync(join(folder, name), '');
  expect(() => refuseUnreadConfig(folder)).toThrow(
    expect.objectContaining({ code: 'CONFIG_UNREADABLE', where: join(folder, name) }),
  );
});

it.each([
  'golden-path.config.json',
  'golden-path.config.mts',
  'golden-path.md',
  'golden-path.test.ts',
])('lets %s stand', (name) => {
  writeFileSync(join(folder, name), '');
  expect(() => refuseUnreadConfig(folder)).not.toThrow();
});
