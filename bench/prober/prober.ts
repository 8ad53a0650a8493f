/** What the prober consists of, in one module, so that it can be loaded as golden-path's own is. */
export { LatencyHistogram } from '../../harness/perf/latency/latency-histogram.ts';
export { driveLoad } from '../../harness/perf/load/drive-load.ts';
export { turnTarget } from './turn-target.ts';
