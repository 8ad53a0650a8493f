import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Measurement } from '../../contract/measurement.ts';
import { countDetached } from '../inspector/count-detached.ts';
import { writeSnapshot } from '../inspector/write-snapshot.ts';
import { describeRetainers } from '../memory/describe-retainers.ts';
import { judgeGrowth } from '../memory/judge-growth.ts';
import { nameRetainers } from '../memory/name-retainers.ts';
import type { RetainerAnswer } from '../memory/retainer-child.ts';
import { fitSlope, type Slope } from '../stats/slope.ts';
import { openPage, type OpenPage, type PageSample } from './open-page.ts';

export interface PageLeakOptions {
  readonly url: string;
  /** A Chrome or Chromium. */
  readonly executablePath: string;
  /** Further arguments of the browser, such as those of `trustArguments` (none). */
  readonly browserArguments?: readonly string[];
  /** Called once: log in. */
  readonly enter?: (page: Page) => Promise<void>;
  /** One round that ends where it began, such as: open a thread, chat, leave it. */
  readonly round: (page: Page) => Promise<void>;
  /** Rounds that are measured (14), after three that are not. */
  readonly rounds?: number;
}

type Kept = Exclude<keyof PageSample, 'attached'>;

/** Growth per round that is still called none. A leak keeps whole elements and listeners, so it is one or more. */
const limits: Readonly<Record<Kept, number>> = {
  detached: 0.5,
  listeners: 0.5,
  heapBytes: 20_000,
};

const named = {
  detached: {
    id: 'page.detached-growth',
    title: 'DOM nodes kept outside of the document per round',
    unit: 'count',
  },
  listeners: {
    id: 'page.listeners-growth',
    title: 'event listeners kept per round',
    unit: 'count',
  },
  heapBytes: { id: 'page.heap-growth', title: 'heap growth per round', unit: 'bytes' },
} as const;

const warmUp = 3;

async function observe(
  open: OpenPage,
  round: PageLeakOptions['round'],
  rounds: number,
): Promise<PageSample[]> {
  for (let nth = 0; nth < warmUp; nth += 1) await round(open.page);
  const samples = [await open.sample()];
  for (let nth = 0; nth < rounds; nth += 1) {
    await round(open.page);
    samples.push(await open.sample());
  }
  return samples;
}

const growthOf = (samples: readonly PageSample[], size: keyof PageSample): Slope =>
  fitSlope(
    samples.map((_, nth) => nth),
    samples.map((sample) => sample[size]),
  );

/** A document that grows by what the user made, such as a list of threads, may well have more listeners and more heap. */
function excuse(measurement: Measurement, documentGrows: boolean): Measurement {
  if (!documentGrows || measurement.verdict !== 'fail') return measurement;
  const reason = 'the document itself grows: let the round end where it began';
  return { ...measurement, verdict: 'unknown', reason };
}

function judge(samples: readonly PageSample[]): Measurement[] {
  const documentGrows = growthOf(samples, 'attached').interval[1] >= 1;
  return (['detached', 'listeners', 'heapBytes'] as const).map((size) => {
    const rule = { limit: limits[size], points: samples.length };
    const measurement = judgeGrowth(named[size], growthOf(samples, size), rule);
    return size === 'detached' ? measurement : excuse(measurement, documentGrows);
  });
}

/**
 * Chrome keeps nodes of its own, such as those in the undo history of a text box. Only what its heap snapshot calls detached
 * is the page's doing.
 */
function settle(detached: Measurement, answer: RetainerAnswer): Measurement {
  if ('missing' in answer) {
    return {
      ...detached,
      verdict: 'unknown',
      reason: 'install memlab to see whose nodes they are',
    };
  }
  if (answer.paths.length === 0) {
    const reason = 'kept by the browser itself: its heap snapshot holds no detached node';
    return { ...detached, verdict: 'pass', reason };
  }
  return { ...detached, reason: describeRetainers(answer.paths) };
}

/** Whether the page's own scripts keep any element at all that is in no document. */
async function keepsElements({ inspector }: OpenPage): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-page-'));
  try {
    const file = join(folder, 'page.heapsnapshot');
    await writeSnapshot(inspector, file);
    return (await countDetached(file)) > 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findRetainers(
  { page, inspector }: OpenPage,
  round: PageLeakOptions['round'],
): Promise<RetainerAnswer> {
  const subject = {
    async load(count: number): Promise<number> {
      for (let nth = 0; nth < count; nth += 1) await round(page);
      return count;
    },
    writeSnapshot: (file: string) => writeSnapshot(inspector, file),
  };
  return await nameRetainers(subject, { detached: true }, 5);
}

/**
 * Whether a page keeps what it should let go of: repeats one round in a real browser and fits what is left after each.
 *
 * @returns `page.detached-growth` (its reason names what keeps the elements), `page.listeners-growth` and `page.heap-growth`,
 *   each per round with its 95 % interval.
 */
export async function measurePageLeak(options: PageLeakOptions): Promise<Measurement[]> {
  const { url, executablePath, browserArguments: args = [], enter, round, rounds = 14 } = options;
  const open = await openPage(url, { executablePath, args });
  try {
    await enter?.(open.page);
    const [detached, ...others] = judge(await observe(open, round, rounds));
    if (detached?.verdict !== 'fail') return detached === undefined ? [] : [detached, ...others];
    const answer = (await keepsElements(open)) ? await findRetainers(open, round) : { paths: [] };
    return [settle(detached, answer), ...others];
  } finally {
    await open.close();
  }
}
