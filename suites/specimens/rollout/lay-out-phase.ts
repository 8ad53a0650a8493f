import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a phase changes of the one before it; its files stand in `overlay/` beside this. */
interface Overlay {
  readonly on: string;
  /** Paths that are gone; a folder takes all it holds with it. */
  readonly removes: readonly string[];
}

const specimens = dirname(import.meta.dirname);

/**
 * Writes the whole source tree of a phase into a folder: the first phase, then every overlay up to this one.
 * The tree is what runs and what the audit reads. It resolves `golden-path` wherever the folder is.
 * Rejects when there is no such phase.
 */
export async function layOutPhase(phase: string, directory: string): Promise<void> {
  if (!/^phase-\d+$/.test(phase)) throw new RangeError(`"${phase}" is not the name of a phase`);
  await layOutSources(phase, directory);
  const packages = join(directory, 'node_modules');
  await mkdir(packages, { recursive: true });
  await symlink(packageRoot(specimens), join(packages, 'golden-path'), 'junction');
}

async function layOutSources(phase: string, directory: string): Promise<void> {
  const folder = join(specimens, phase);
  const overlay = await readOverlay(folder);
  if (overlay === undefined) {
    await cp(folder, directory, { recursive: true, filter: isSource });
    return;
  }
  await layOutSources(overlay.on, directory);
  for (const path of overlay.removes) await rm(join(directory, path), { recursive: true });
  await cp(join(folder, 'overlay'), directory, { recursive: true });
}

/** Undefined for the phase that everything starts from. */
async function readOverlay(folder: string): Promise<Overlay | undefined> {
  const file = join(folder, 'overlay.json');
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Overlay) : undefined;
}

/** In the package the first phase stands there compiled as well; the tree is its sources. */
function isSource(path: string): boolean {
  return !/\.(js|d\.ts)$/.test(path);
}

function packageRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : packageRoot(dirname(from));
}
