/** Writes every generated file, or with --check says which ones are stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from './generate/generated-files.ts';

const check = process.argv.includes('--check');

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const stale = (await generatedFiles()).filter(({ path, text }) => read(path) !== text);
for (const { path, text } of stale) {
  process.stderr.write(`${check ? 'stale' : 'wrote'} ${path}\n`);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (check && stale.length > 0) {
  process.stderr.write('run: npm run generate\n');
  process.exitCode = 1;
}
