// Speed of the replay of history: node bench/audit/history.ts [--json] FOLDER RANGE
import { parseArgs } from 'node:util';
import { AuditManifestSchema } from '../../harness/contract/audit-manifest.ts';
import { discoverRoles } from '../../harness/audit/discover/discover-roles.ts';
import { loadModel } from '../../harness/audit/model/load-model.ts';
import { openCommit } from '../../harness/audit/replay/open-commit.ts';
import { replayHistory } from '../../harness/audit/replay/replay-history.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});
const [root = '.', range = 'HEAD'] = positionals;

// Three roles of the last commit, so that every repository can be measured without a manifest.
const { model } = loadModel(openCommit(root, 'HEAD'), AuditManifestSchema.parse({}));
const roles = (['py', 'ts'] as const)
  .flatMap((lang) => discoverRoles(model, lang))
  .slice(0, 3)
  .map(({ lang, canonical }, index) => ({ id: `role-${index}`, lang, canonical }));

const startedAt = performance.now();
const before = process.cpuUsage();
const trend = replayHistory(root, range, AuditManifestSchema.parse({ roles }));
const cpu = process.cpuUsage(before);
const figures = {
  commits: trend.points.length,
  roles: roles.length,
  ms: performance.now() - startedAt,
  cpu_ms: (cpu.user + cpu.system) / 1000,
  rss_mb: process.memoryUsage().rss / 1e6,
  missing_objects: trend.missing_objects,
};
process.stdout.write(
  values.json === true
    ? `${JSON.stringify(figures, null, 2)}\n`
    : `${figures.commits} commits, ${figures.roles} roles: ${figures.ms.toFixed(0)} ms (${figures.cpu_ms.toFixed(0)} ms cpu), ${figures.rss_mb.toFixed(0)} MB, ${figures.missing_objects} missing objects\n`,
);
