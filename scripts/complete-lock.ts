/**
 * Completes package-lock.json after `npm install`. A registry that does not carry the native packages of every platform
 * leaves them out of the lock, and then `npm ci` refuses the lock everywhere. Each missing one is written down with its
 * version and platform; npm skips it where it does not belong, and fetches it where it does.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const EntrySchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const LockSchema = z.looseObject({ packages: z.record(z.string(), EntrySchema) });
type Packages = z.infer<typeof LockSchema>['packages'];

const systems = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'aix',
  'sunos',
  'netbsd',
  'openbsd',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
  'arm',
];

/** The version of `name` that the package at `place` would load, as Node looks it up. */
function findLocked(packages: Packages, place: string, name: string): string | undefined {
  for (
    let folder = place;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const inside = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const found = packages[inside];
    if (found !== undefined || folder === '') return found?.version;
  }
}

function describePlatform(name: string): { os?: string[]; cpu?: string[] } {
  const words = name.split(/[-/]/);
  const system = systems.find((one) => words.includes(one));
  const processor = processors.find((one) => words.includes(one));
  return {
    ...(system === undefined ? {} : { os: [system] }),
    ...(processor === undefined ? {} : { cpu: [processor] }),
  };
}

const path = 'package-lock.json';
const lock = LockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = findLocked(lock.packages, place, name);
    const version = range.replace(/^[~^]/, '');
    // A range is met by whatever was chosen; an exact version, as native packages use, only by itself.
    if (found === version || (found !== undefined && version !== range)) continue;
    const home = found === undefined ? '' : `${place}/`;
    lock.packages[`${home}node_modules/${name}`] = {
      version,
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
      ...describePlatform(name),
    };
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).toSorted(([left], [right]) => (left < right ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
process.stderr.write(`${added} platform packages written down\n`);
