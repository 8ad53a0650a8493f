// Speed of the replay of history: node bench/audit/history.ts [--json] [--files N] [--commits N] [FOLDER RANGE]
// Without a folder it makes a repository of its own, the same one every time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AuditManifestSchema, type AuditManifest } from '../../harness/contract/audit-manifest.ts';
import { discoverRoles } from '../../harness/audit/discover/discover-roles.ts';
import { loadModel } from '../../harness/audit/model/load-model.ts';
import { openCommit } from '../../harness/audit/replay/open-commit.ts';
import { replayHistory } from '../../harness/audit/replay/replay-history.ts';
import { generateHistory } from './generate-history.ts';
import { generatedManifest } from './generate-tree.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    files: { type: 'string', default: '8000' },
    commits: { type: 'string', default: '250' },
  },
  allowPositionals: true,
});

/** Three roles of the last commit, so that every repository can be measured without a manifest. */
function discovered(root: string): AuditManifest {
  const { model } = loadModel(openCommit(root, 'HEAD'), AuditManifestSchema.parse({}));
  const roles = (['py', 'ts'] as const)
    .flatMap((lang) => discoverRoles(model, lang))
    .slice(0, 3)
    .map(({ lang, canonical }, index) => ({ id: `role-${index}`, lang, canonical }));
  return AuditManifestSchema.parse({ roles });
}

function measure(root: string, range: string, manifest: AuditManifest) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const trend = replayHistory(root, range, manifest);
  const cpu = process.cpuUsage(before);
  return {
    commits: trend.points.length,
    roles: manifest.roles.length,
    ms: performance.now() - startedAt,
    cpu_ms: (cpu.user + cpu.system) / 1000,
    rss_mb: process.memoryUsage().rss / 1e6,
    missing_objects: trend.missing_objects,
  };
}

function measureGenerated() {
  const folder = mkdtempSync(join(tmpdir(), 'history-bench-'));
  try {
    generateHistory(folder, Number(values.files), Number(values.commits));
    const figures = measure(join(folder, 'tree'), 'main', generatedManifest());
    return { files: Number(values.files), ...figures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [root, range = 'HEAD'] = positionals;
const figures = root === undefined ? measureGenerated() : measure(root, range, discovered(root));
process.stdout.write(
  values.json === true
    ? `${JSON.stringify(figures, null, 2)}\n`
    : `${figures.commits} commits, ${figures.roles} roles: ${figures.ms.toFixed(0)} ms (${figures.cpu_ms.toFixed(0)} ms cpu), ${figures.rss_mb.toFixed(0)} MB, ${figures.missing_objects} missing objects\n`,
);
