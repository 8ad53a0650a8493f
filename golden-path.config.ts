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
});
