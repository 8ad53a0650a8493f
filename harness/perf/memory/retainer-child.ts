import { serveCalls } from '../child/serve-calls.ts';

export interface RetainerQuestion {
  /** Heap snapshots: before the requests, after them, after letting go. */
  readonly snapshots: readonly [baseline: string, target: string, final: string];
  /** What leaked: instances of a class, or elements that are in no document any more. */
  readonly leaked: { readonly className: string } | { readonly detached: true };
  /** An existing folder memlab may fill. */
  readonly workDir: string;
}

/** One retaining path per cluster of leaked objects, or what is missing to find one. */
export type RetainerAnswer = { readonly paths: readonly string[] } | { readonly missing: 'memlab' };

/** `10:   --finished (variable)--->  [Array](object) @76543 …` → `finished: Array`, for the edges a person can find in the source. */
function readStep(key: string): string[] {
  const step =
    /^\d+: +--(?<name>.+) \((?<edge>property|variable|element)\)---> +\[(?<type>[^\]]*)\]/.exec(
      key,
    );
  if (step?.groups === undefined) return [];
  const { name = '', edge, type = '' } = step.groups;
  return [`${edge === 'element' ? '[…]' : name}: ${type}`];
}

/** Chrome marks elements outside of every document in their name. */
function isLeaked(
  leaked: RetainerQuestion['leaked'],
): (node: { name: string; type: string }) => boolean {
  if ('detached' in leaked) return ({ name }) => name.startsWith('Detached ');
  return ({ name, type }) => type === 'object' && name === leaked.className;
}

/** memlab is installed where somebody wants to know what keeps things alive. */
const loadMemlab = () => import('memlab').catch(() => undefined);

const calls = {
  /** Takes half a second, and can be done before there is a question. */
  async load(): Promise<void> {
    await loadMemlab();
  },
  /**
   * Objects that were born between the first two snapshots and live in the third.
   * memlab's own detectors know DOM and React only and find nothing on Node, hence the filter of ours.
   */
  async nameRetainers(question: RetainerQuestion): Promise<RetainerAnswer> {
    const memlab = await loadMemlab();
    if (memlab === undefined) return { missing: 'memlab' };
    memlab.config.muteConsole = true;
    memlab.config.externalLeakFilter = {
      leakFilter: isLeaked(question.leaked),
    };
    const clusters = await memlab.findLeaksBySnapshotFilePaths(...question.snapshots, {
      workDir: question.workDir,
      consoleMode: memlab.ConsoleMode.SILENT,
    });
    return { paths: clusters.map((cluster) => Object.keys(cluster).flatMap(readStep).join(' → ')) };
  },
};

export type RetainerChildCalls = typeof calls;

serveCalls(calls);
