/**
 * Sixty nights of a migration, for the dashboard: every night is a short gate that is really carried out, against the
 * specimen of its phase, over a road that is sometimes slow, broken or closed. Only the dates are moved.
 * `--nights N`, `--seed N`, `--last DATE`, `--store PLACE`, `--out DIR` (the dashboard as a site), `--json`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDashboard } from '../harness/report/dashboard/build-dashboard.ts';
import { openStore } from '../harness/report/store/open-store.ts';
import { openSpecimen } from '../harness/targets/specimen.ts';
import { layOutPhase } from '../suites/specimens/rollout/lay-out-phase.ts';
import { planNights, type Night } from './nights/plan-nights.ts';
import { runNight } from './nights/run-night.ts';

const { values: options } = parseArgs({
  options: {
    nights: { type: 'string', default: '60' },
    seed: { type: 'string', default: '60' },
    last: { type: 'string' },
    store: { type: 'string', default: 'reports/nights.sqlite' },
    out: { type: 'string', default: 'reports/nights' },
    json: { type: 'boolean', default: false },
  },
});

const began = performance.now();
const last = options.last === undefined ? new Date() : new Date(options.last);
const folder = mkdtempSync(join(tmpdir(), 'golden-path-nights-'));
const store = await openStore(options.store);
const verdicts: Record<string, number> = {};
try {
  const nights = planNights(Number(options.nights), Number(options.seed), last);
  for (const [phase, some] of Map.groupBy(nights, (night) => night.phase)) {
    await livePhase(phase, some);
  }
  for await (const { path, text } of buildDashboard(store)) {
    const file = join(options.out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - began) / 1000);
const page = join(options.out, 'index.html');
process.stdout.write(
  options.json
    ? `${JSON.stringify({ nights: Number(options.nights), seconds, verdicts, page })}\n`
    : `${page}: ${options.nights} nights in ${seconds} s, ${JSON.stringify(verdicts)}\n`,
);

async function livePhase(phase: number, nights: readonly Night[]): Promise<void> {
  const tree = join(folder, `phase-${phase}`);
  await layOutPhase(`phase-${phase}`, tree);
  const platform = await openSpecimen(`phase-${phase}`);
  try {
    for (const night of nights) {
      const place = join(folder, `night-${night.index}`);
      const result = await runNight({ night, platform, tree, folder: place });
      await store.put(result);
      const verdict = result.gate?.verdict ?? 'unknown';
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      process.stderr.write(`${night.date.slice(0, 10)} phase ${phase} ${verdict}\n`);
      rmSync(place, { recursive: true, force: true });
    }
  } finally {
    await platform[Symbol.asyncDispose]();
  }
}
