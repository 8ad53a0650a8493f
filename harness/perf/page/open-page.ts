import { chromium, type Page } from 'playwright';
import { z } from 'zod';
import type { InspectorCalls } from '../inspector/write-snapshot.ts';

/** What a page holds, after garbage was collected. */
export interface PageSample {
  /** Nodes in the document. */
  readonly attached: number;
  /** Nodes that are alive and in no document. */
  readonly detached: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  readonly inspector: InspectorCalls;
  sample(): Promise<PageSample>;
  close(): Promise<void>;
}

const MetricsSchema = z.looseObject({
  metrics: z.array(z.looseObject({ name: z.string(), value: z.number() })),
});

interface DomNode {
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly pseudoElements?: readonly DomNode[];
}

/** Chrome counts what a page's own scripts cannot see, too: the inside of its widgets, and markers of lists. */
function countNodes(node: DomNode): number {
  const { children = [], shadowRoots = [], pseudoElements = [] } = node;
  return [...children, ...shadowRoots, ...pseudoElements].reduce(
    (sum, child) => sum + countNodes(child),
    1,
  );
}

/**
 * @param executablePath A Chrome or Chromium.
 * @param args Further arguments for it.
 */
export async function openPage(
  url: string,
  { executablePath, args }: { executablePath: string; args: readonly string[] },
): Promise<OpenPage> {
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const page = await browser.newPage();
  await page.goto(url);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('Performance.enable');
  let takeChunk: ((chunk: string) => void) | undefined;
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => takeChunk?.(chunk));
  return {
    page,
    inspector: {
      call: (method, params) =>
        (session.send as (name: string, given?: object) => Promise<unknown>)(method, params),
      onChunk(take) {
        takeChunk = take;
      },
    },
    async sample() {
      // The second collection takes what finalisers of the first one let go.
      for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const attached = countNodes(root);
      await session.send('DOM.disable');
      const { metrics } = MetricsSchema.parse(await session.send('Performance.getMetrics'));
      const value = (name: string): number =>
        metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return {
        attached,
        detached: value('Nodes') - attached,
        listeners: value('JSEventListeners'),
        heapBytes: value('JSHeapUsedSize'),
      };
    },
    close: () => browser.close(),
  };
}
