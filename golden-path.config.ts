import { defineConfig } from 'golden-path';
import { ownRoles } from './suites/ssot-compliance/own-roles.ts';

/** golden-path judges itself: one dispatcher, one factory, one bridge in its own production source. */
export default defineConfig({
  audit: ownRoles('ts'),
  bench: { workloads: ['suites/performance-regression/dispatcher-workload.ts'] },
  budgets: {
    firstEvent: { p95: '500 ms' },
    run: { p95: '1 s' },
    memoryPerDispatcher: '8 KB',
    memoryPerSession: '64 KB',
    growthPer1000Requests: '50 KB',
  },
  /** The last state of the migration that the specimens tell: the reference must be no worse. */
  previous: { target: 'specimen:phase-4' },
  documents: {
    present: ['README.md', 'docs/architecture.md', 'docs/benchmarks.md', 'docs/reliability.md'],
    fresh: ['npm run --silent generate -- --check'],
  },
  gate: {
    leaveOut: [
      { scope: 'specimens', reason: 'platforms that are broken on purpose, to prove the gate' },
      { scope: 'corpora', reason: 'labelled samples of code that the audit must find' },
      { scope: 'mutants', reason: 'broken variants of the reference, to prove the checks' },
    ],
    criteria: {
      'rollback-drill': {
        off: true,
        reason: 'the embedded reference has no operator; npm run gate:phases drills the specimens',
      },
      'no-bypass': {
        limits: { findings: 4 },
        reason: 'legacy-entrances.ts shows how old entrances lead to the one factory',
      },
      'no-shims': {
        limits: { findings: 3 },
        reason: 'legacy-entrances.ts shows how old entrances warn whoever uses them',
      },
    },
  },
});
