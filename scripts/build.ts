/** Emits dist/: an installed package cannot run TypeScript from node_modules, so it ships JavaScript and types. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const assets = globSync(
  [
    '{harness,suites}/**/*.{html,css,svg,sql,js}',
    // Laid out as they are, into a folder where Node runs TypeScript.
    'suites/specimens/phase-*/**/*.{ts,json,jsonl,md}',
  ],
  {
    exclude: [
      '**/node_modules/**',
      '**/corpus/**',
      '**/tsconfig.json',
      'suites/specimens/phase-*/main.ts',
    ],
  },
);
for (const asset of assets) cpSync(asset, join('dist', asset));
process.exitCode = status ?? 1;
