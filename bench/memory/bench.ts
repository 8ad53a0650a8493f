/**
 * `npm run bench:memory [-- --json]`: how long a verdict on memory takes beyond the load itself, how long the name of what leaks takes,
 * and what three dispatcher implementations hold against one.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measureHeap } from '../../harness/perf/memory/measure-heap.ts';
import { measureResident } from '../../harness/perf/memory/measure-resident.ts';
import { nameRetainers } from '../../harness/perf/memory/name-retainers.ts';
import { openWorkload, type OpenWorkload } from '../../harness/perf/memory/open-workload.ts';
import { readEnvironment } from '../../harness/probe/read-environment.ts';
import { layOutPhase } from '../../suites/specimens/rollout/lay-out-phase.ts';
import { judgeClaim, printClaims } from '../claim.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const rounds = 3;
const workload = new URL('./sized-workload.ts', import.meta.url);

interface Timed {
  readonly loadSeconds: number;
  readonly beyondSeconds: number;
  readonly verdicts: readonly string[];
}

/** The whole verdict by exact counts and growth, and how much of its time was the load. */
async function timeVerdict(subject: OpenWorkload): Promise<Timed> {
  let loadMs = 0;
  const timed = {
    ...subject,
    async load(requests: number): Promise<number> {
      const start = performance.now();
      const done = await subject.load(requests);
      loadMs += performance.now() - start;
      return done;
    },
  };
  const start = performance.now();
  const measurements = await measureHeap(timed, await subject.listWatched());
  const wholeMs = performance.now() - start;
  const verdicts = measurements.map(({ id, verdict }) => `${id}: ${verdict}`);
  return { loadSeconds: loadMs / 1000, beyondSeconds: (wholeMs - loadMs) / 1000, verdicts };
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizeOfSnapshot(subject: OpenWorkload): Promise<number> {
  return await inFolder(async (folder) => {
    const file = join(folder, 'size.heapsnapshot');
    await subject.writeSnapshot(file);
    return (await stat(file)).size;
  });
}

async function once(): Promise<{
  clean: Timed;
  traceSeconds: number;
  paths: readonly string[];
  snapshotBytes: number;
}> {
  const sound = await openWorkload(workload);
  const clean = await timeVerdict(sound);
  await sound.close();
  const leaking = await openWorkload(new URL('?leak', workload));
  try {
    const snapshotBytes = await sizeOfSnapshot(leaking);
    const start = performance.now();
    const answer = await nameRetainers(leaking, { className: 'RequestContext' }, 1000);
    const traceSeconds = (performance.now() - start) / 1000;
    const paths = 'missing' in answer ? [`install ${answer.missing}`] : answer.paths;
    return { clean, traceSeconds, paths, snapshotBytes };
  } finally {
    await leaking.close();
  }
}

const loadBefore = loadavg()[0] ?? 0;
const taken = [];
for (let round = 0; round < rounds; round += 1) taken.push(await once());
const middle = (numbers: number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const resident = await inFolder(async (folder) => {
  const [old, now] = ['phase-0', 'phase-4'].map((phase) => join(folder, phase)) as [string, string];
  await layOutPhase('phase-0', old);
  await layOutPhase('phase-4', now);
  const at = (root: string, file: string): URL => pathToFileURL(join(root, 'dispatch', file));
  const one = 'scoped/scoped-tool-dispatcher.ts';
  const others = ['engine/assistant-tool-dispatcher.ts', 'shared/tool-dispatcher.ts'];
  return await measureResident({
    before: [one, ...others].map((file) => at(old, file)),
    after: [at(now, one)],
    seed: 'resident',
  });
});

const claims = [
  judgeClaim({
    id: 'verdict',
    title: 'leak verdict by counts and growth, beyond the load',
    value: middle(taken.map(({ clean }) => clean.beyondSeconds)),
    unit: 's',
    limit: 0.3,
    better: 'lower',
  }),
  judgeClaim({
    id: 'trace',
    title: "memlab's name of what keeps it alive, load included",
    value: middle(taken.map(({ traceSeconds }) => traceSeconds)),
    unit: 's',
    limit: 3,
    better: 'lower',
  }),
  judgeClaim({
    id: 'resident',
    title: 'resident memory, one dispatcher against three',
    value: resident[0]?.value ?? Number.NaN,
    unit: '×',
    limit: 1.1,
    better: 'lower',
  }),
];
const result = {
  environment: readEnvironment(),
  load: { before: loadBefore, after: loadavg()[0] ?? 0 },
  rounds: taken,
  resident,
  claims,
};
const [first] = taken;
process.stdout.write(
  values.json
    ? `${JSON.stringify(result, undefined, 2)}\n`
    : `median of ${rounds} rounds, snapshot of ${((first?.snapshotBytes ?? 0) / 1e6).toFixed(1)} MB (machine load ${loadBefore.toFixed(1)})\n` +
        printClaims(claims) +
        `  leak kept alive by: ${first?.paths.join('; ') ?? ''}\n` +
        resident.map(({ id, reason = '' }) => `  ${id}: ${reason}\n`).join(''),
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
