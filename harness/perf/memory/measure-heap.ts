import type { Measurement } from '../../contract/measurement.ts';
import type { HeapSubject } from './heap-subject.ts';
import { judgeGrowth } from './judge-growth.ts';
import { describeRetainers } from './describe-retainers.ts';
import { nameRetainers } from './name-retainers.ts';
import { growthOf, observeGrowth, type Growth } from './observe-growth.ts';

export interface HeapOptions {
  /** Requests the verdict rests on (5,000); fewer often leave the growth undecided. */
  readonly requests?: number;
  /** Requests beforehand, while caches fill and code is compiled (1,000). */
  readonly warmUp?: number;
  /** Growth that is still called none, in bytes per 1,000 requests (50,000: the noise of a clean dispatcher). */
  readonly growthLimit?: number;
}

function judgeInstances(watched: string, live: number, requests: number): Measurement {
  return {
    id: `memory.live-instances.${watched}`,
    title: `instances of ${watched} that outlive their requests`,
    unit: 'count',
    value: live,
    n: requests,
    limit: 0,
    verdict: live > 0 ? 'fail' : 'pass',
  };
}

/** How often the growth may be looked at, each time with as many requests more. */
const looks = 4;

/** A heap that is still warming up looks like a leak for a while: a first conviction is confirmed. */
function isOpen(sizes: readonly Measurement[], look: number): boolean {
  return sizes.some(({ verdict }) => verdict === 'unknown' || (verdict === 'fail' && look === 1));
}

function judgeSizes(growth: Growth, limit: number): Measurement[] {
  const rule = { limit, points: growth.samples.length };
  return [
    judgeGrowth(
      { id: 'memory.heap-growth', title: 'heap growth per 1,000 requests', unit: 'bytes' },
      growthOf(growth, 'heapUsed'),
      rule,
    ),
    judgeGrowth(
      {
        id: 'memory.external-growth',
        title: 'growth outside the heap per 1,000 requests',
        unit: 'bytes',
      },
      growthOf(growth, 'external'),
      rule,
    ),
  ];
}

/** A verdict on requests that did not succeed would be a verdict on something else. */
function doubt(measurements: readonly Measurement[], failed: number): Measurement[] {
  const reason = `${failed} requests did not succeed`;
  return measurements.map((measurement) => ({ ...measurement, verdict: 'unknown', reason }));
}

async function explain(subject: HeapSubject, className: string): Promise<string> {
  const answer = await nameRetainers(subject, { className }, 1000);
  if ('missing' in answer) return 'install memlab to see what keeps them alive';
  return describeRetainers(answer.paths);
}

async function countAll(subject: HeapSubject, watched: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const name of watched) counts.push(await subject.countInstances(name));
  return counts;
}

/**
 * Instances that the last `requests` left behind. Counting stops the process, so it is done once where nothing is alive; what is
 * alive may have been there before, so then as many requests follow, and only what they add counts.
 */
async function countLeft(
  subject: HeapSubject,
  watched: readonly string[],
  requests: number,
): Promise<number[]> {
  const alive = await countAll(subject, watched);
  if (alive.every((count) => count === 0)) return alive;
  await subject.load(requests);
  const later = await countAll(subject, watched);
  return later.map((count, nth) => Math.max(0, count - (alive[nth] ?? 0)));
}

/**
 * Decides whether a process leaks, in the order of what it costs: exact counts of live instances of the watched classes (none may
 * survive), growth of the heap and outside it as a slope with its interval, and, only for instances found alive, what keeps them.
 * An undecided growth gets as many requests again, up to three times; one beyond its limit has to be so once more.
 */
export async function measureHeap(
  subject: HeapSubject,
  watched: readonly string[],
  { requests = 5000, warmUp = 1000, growthLimit = 50_000 }: HeapOptions = {},
): Promise<Measurement[]> {
  await subject.load(warmUp);
  let growth = await observeGrowth(subject, requests);
  for (let look = 1; look < looks && isOpen(judgeSizes(growth, growthLimit), look); look += 1) {
    growth = await observeGrowth(subject, requests, growth);
  }
  const done = Math.round((growth.thousands.at(-1) ?? 0) * 1000);
  const left = await countLeft(subject, watched, done);
  const instances = watched.map((name, nth) => judgeInstances(name, left[nth] ?? 0, done));
  const sizes = judgeSizes(growth, growthLimit);
  if (growth.failed > 0) return doubt([...instances, ...sizes], growth.failed);
  for (const [nth, measurement] of instances.entries()) {
    if (measurement.value > 0) measurement.reason = await explain(subject, watched[nth] ?? '');
  }
  return [...instances, ...sizes];
}
