// Speed of the audit beside ripgrep and CPython, in one run on one tree: node bench/audit/run.ts [--json] [FOLDER …]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AuditManifestSchema } from '../../harness/contract/audit-manifest.ts';
import { findBreakages } from '../../harness/audit/breakages/find-breakages.ts';
import { findConsumers } from '../../harness/audit/consumers/find-consumers.ts';
import { findFruitlessTests } from '../../harness/audit/fruitless/find-fruitless-tests.ts';
import { loadModel } from '../../harness/audit/model/load-model.ts';
import { createRoleWords } from '../../harness/audit/roles/role-words.ts';
import { viewRoles } from '../../harness/audit/roles/view-roles.ts';
import { findViolations } from '../../harness/audit/rules/find-violations.ts';
import { createSourceReader } from '../../harness/audit/source/read-source.ts';
import { openFolder } from '../../harness/audit/source/source-set.ts';
import { generatedManifest, generateTree } from './generate-tree.ts';

interface Row {
  readonly tree: string;
  readonly files: number;
  readonly megabytes: number;
  readonly what: string;
  readonly ms: number;
  /** Processor time of this process: steadier than the clock on a busy machine. */
  readonly cpu_ms: number;
  readonly files_per_s: number;
  readonly mb_per_s: number;
}

interface TreeSize {
  readonly files: number;
  readonly bytes: number;
  readonly languages: ReadonlySet<string>;
  /** What was read, relative to the tree: rivals are given the same files. */
  readonly paths: readonly string[];
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, files: { type: 'string', default: '8000' } },
  allowPositionals: true,
});
const rows: Row[] = [];
/** The file that took longest in the faster of its two passes: a pause of the machine is not the file's. */
const slowest: { tree: string; ms: number; path: string }[] = [];
const peaks: { tree: string; rss_mb: number }[] = [];
/** Rivals that are not on this machine. */
const missing: string[] = [];

/** Peak memory of all rules, in a process that does nothing else. */
function peakMemory(root: string, manifest: 'generated' | 'no roles'): number {
  const { stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'peak-memory.ts'), root, manifest],
    { encoding: 'utf8' },
  );
  return Number(stdout);
}

function measure<Result>(tree: string, size: TreeSize, what: string, work: () => Result): Result {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const result = work();
  const ms = performance.now() - startedAt;
  const cpu = process.cpuUsage(cpuBefore);
  rows.push({
    tree,
    files: size.files,
    megabytes: size.bytes / 1e6,
    what,
    ms,
    cpu_ms: (cpu.user + cpu.system) / 1000,
    files_per_s: (size.files / ms) * 1000,
    mb_per_s: size.bytes / 1e3 / ms,
  });
  return result;
}

/** Reading facts alone: contents in memory, one pass cold and one warm; also the slowest single file. */
function measureReading(tree: string, root: string): TreeSize {
  const sources = openFolder(root);
  const contents = sources.paths.map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
  const size = {
    languages: new Set(sources.paths.map((path) => (path.endsWith('.py') ? 'py' : 'ts'))),
    paths: sources.paths,
    files: contents.length,
    bytes: contents.reduce((sum, each) => sum + each.bytes.length, 0),
  };
  const best = new Map<string, number>();
  for (const pass of ['cold', 'warm']) {
    measure(tree, size, `read facts, ${pass}`, () => {
      const reader = createSourceReader();
      for (const { path, bytes } of contents) {
        const startedAt = performance.now();
        reader.readFacts(path, bytes);
        const ms = performance.now() - startedAt;
        best.set(path, Math.min(ms, best.get(path) ?? ms));
      }
    });
  }
  const [path = '', ms = 0] = [...best].toSorted(([, left], [, right]) => right - left)[0] ?? [];
  slowest.push({ tree, ms, path });
  return size;
}

function measureAudit(
  tree: string,
  root: string,
  size: TreeSize,
  manifest = AuditManifestSchema.parse({}),
): void {
  const startedAt = performance.now();
  const { model } = measure(tree, size, 'load: read, join, index', () =>
    loadModel(openFolder(root), manifest),
  );
  const views = measure(tree, size, 'roles and factories', () => viewRoles(model, manifest));
  const consumers = measure(tree, size, 'consumer map', () => findConsumers(model, views));
  const words = createRoleWords(manifest.words);
  const drafts = measure(tree, size, 'rules SSOT001-014', () =>
    findViolations({ model, manifest, views, words, consumers }),
  );
  process.stderr.write(
    `${tree}: ${drafts.length} findings, all rules in ${Math.round(performance.now() - startedAt)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
  );
  measure(tree, size, 'breakages', () => findBreakages(model, views));
  measure(tree, size, 'tests that cannot fail', () => findFruitlessTests(model));
}

/** Others on the same files; a tool that is not installed is named, not skipped in silence. */
function measureRival(
  tree: string,
  size: TreeSize,
  what: string,
  command: string,
  args: readonly string[],
  given: { readonly cwd?: string; readonly input?: string } = {},
): void {
  if (spawnSync(command, ['--version']).status !== 0) {
    missing.push(command);
    return;
  }
  measure(tree, size, what, () => {
    const { status, error } = spawnSync(command, args, { maxBuffer: 2 ** 30, ...given });
    if (error !== undefined || status !== 0)
      process.stderr.write(`${tree}: ${command} ended with ${error?.message ?? status}\n`);
  });
}

/** By path and with this Node: the one on the PATH may be too old for it. */
const depcruise = join(
  import.meta.dirname,
  '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
);
const astFacts = `
import ast, sys
for path in sys.stdin.read().splitlines():
    try:
        for node in ast.walk(ast.parse(open(path, 'rb').read())):
            pass
    except (SyntaxError, ValueError, RecursionError):
        pass
`;

function benchTree(
  tree: string,
  root: string,
  manifest?: ReturnType<typeof AuditManifestSchema.parse>,
): void {
  const size = measureReading(tree, root);
  measureAudit(tree, root, size, manifest);
  const searched = ['-c', 'import|class|def|export', '--', ...size.paths];
  measureRival(tree, size, 'ripgrep for four words', 'rg', searched, { cwd: root });
  if (size.languages.has('py'))
    measureRival(tree, size, 'CPython ast, walked', 'python3', ['-W', 'ignore', '-c', astFacts], {
      cwd: root,
      input: size.paths.filter((path) => path.endsWith('.py')).join('\n'),
    });
  if (size.languages.has('ts'))
    measureRival(tree, size, 'dependency-cruiser', process.execPath, [
      depcruise,
      '--no-config',
      '--output-type',
      'json',
      root,
    ]);
}

/** Code that nobody here wrote: python3's standard library, where there is one, and the installed packages. */
function usualFolders(): (readonly [tree: string, folder: string])[] {
  const { status, stdout } = spawnSync(
    'python3',
    ['-c', 'import os; print(os.path.dirname(os.__file__))'],
    { encoding: 'utf8' },
  );
  return [
    ...(status === 0 ? [['python3 library', stdout.trim()] as const] : []),
    ['node_modules', join(import.meta.dirname, '../../node_modules')],
  ];
}

const generated = mkdtempSync(join(tmpdir(), 'audit-bench-'));
try {
  generateTree(generated, Number(values.files));
  benchTree('generated', generated, generatedManifest());
  peaks.push({ tree: 'generated', rss_mb: peakMemory(generated, 'generated') });
} finally {
  rmSync(generated, { recursive: true });
}
for (const [tree, folder] of positionals.length > 0
  ? positionals.map((each) => [each, each] as const)
  : usualFolders()) {
  benchTree(tree, folder);
  peaks.push({ tree, rss_mb: peakMemory(folder, 'no roles') });
}

if (values.json === true)
  process.stdout.write(`${JSON.stringify({ rows, slowest, peaks, missing }, null, 2)}\n`);
else {
  for (const row of rows) {
    const reading = rows.find((each) => each.tree === row.tree && each.what === 'read facts, warm');
    const ratio = reading === undefined ? 1 : row.ms / reading.ms;
    process.stdout.write(
      `${row.tree.padEnd(16)} ${row.what.padEnd(26)} ${row.ms.toFixed(0).padStart(7)} ms ${row.cpu_ms.toFixed(0).padStart(7)} ms cpu ${row.files_per_s.toFixed(0).padStart(7)} files/s ${row.mb_per_s.toFixed(1).padStart(7)} MB/s ${ratio.toFixed(2).padStart(7)} x reading\n`,
    );
  }
  for (const { tree, ms, path } of slowest)
    process.stdout.write(`${tree.padEnd(16)} slowest file: ${ms.toFixed(1)} ms ${path}\n`);
  for (const { tree, rss_mb } of peaks)
    process.stdout.write(
      `${tree.padEnd(16)} rules in a process of their own: peak ${rss_mb.toFixed(0)} MB\n`,
    );
  for (const tool of new Set(missing)) process.stdout.write(`${tool} is not installed: no ratio\n`);
}
