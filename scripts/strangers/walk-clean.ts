import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { mergeResults } from '../../harness/checks/judge/merge-results.ts';
import type { CheckResult } from '../../harness/contract/check-result.ts';
import type { EventKind } from '../../harness/contract/event-kind.ts';
import type { History } from '../../harness/contract/history.ts';
import { inLanes } from '../../harness/faults/matrix/in-lanes.ts';
import { cancel } from '../../harness/probe/journeys/cancel.ts';
import { failingTool } from '../../harness/probe/journeys/failing-tool.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import type { Journey } from '../../harness/probe/journeys/journey.ts';
import { resume } from '../../harness/probe/journeys/resume.ts';
import { sameWords } from '../../harness/probe/journeys/same-words.ts';
import { truth } from '../../harness/probe/journeys/truth.ts';
import { walk } from '../../harness/probe/walk.ts';
import { byFamily, isOfEnding } from './family-cells.ts';
import { says } from './stranger-fault.ts';
import type { Target } from '../../harness/targets/target.ts';

export interface CleanWalks {
  readonly journeys: number;
  /** Messages that the target took and ended. */
  readonly runs: number;
  readonly results: readonly CheckResult[];
  /** By family: what its checks say, and what those of endings say of the journeys that exercised it. */
  readonly journeysOf: ReadonlyMap<string, { events: CheckResult[]; endings: CheckResult[] }>;
  /** How often connections and streams ended in each way. */
  readonly endings: Readonly<Record<string, number>>;
  /** Kinds that the target says by messages of its own. */
  readonly said: ReadonlySet<EventKind>;
  /** Some event carried a sequence number. */
  readonly numbered: boolean;
}

const usual: readonly Journey[] = [goldenPath, truth, sameWords, failingTool];
const width = 3;

/** Walks so many journeys, one kind after the other, some at a time, and joins what the checks say. */
export async function walkClean(target: Target, journeys: number): Promise<CleanWalks> {
  const { capabilities } = target.profile.promises;
  const kinds = [
    ...usual,
    ...(capabilities.includes('resume') ? [resume] : []),
    ...(capabilities.includes('cancel') ? [cancel] : []),
  ];
  const jobs = Array.from({ length: journeys }, (_, index) => index);
  const parts: CheckResult[][] = [];
  const endings: Record<string, number> = {};
  const said = new Set<EventKind>();
  let runs = 0;
  await inLanes(jobs, width, async (index) => {
    const journey = kinds[index % kinds.length] ?? goldenPath;
    const options = { users: 2, firstUser: (index * 2) % 32, seed: `clean-${index}`, lingerMs: 30 };
    const history = await walk(target, journey, options);
    parts.push(judgeHistory(history));
    runs += noteWhatCame(history, endings, said);
  });
  const results = mergeResults(parts.flat());
  const numbered = results.some(({ id, exercised }) => id === 'ORD-SEQ-MONO' && exercised > 0);
  return { journeys, runs, results, journeysOf: sortByFamily(parts), endings, said, numbered };
}

function sortByFamily(parts: readonly CheckResult[][]): CleanWalks['journeysOf'] {
  const families = new Map<string, { events: CheckResult[]; endings: CheckResult[] }>();
  for (const results of parts) {
    const endings = results.filter(({ id }) => isOfEnding(id));
    for (const [family, events] of byFamily(results)) {
      const all = families.get(family) ?? { events: [], endings: [] };
      all.events.push(...events);
      if (events.some(({ exercised }) => exercised > 0)) all.endings.push(...endings);
      families.set(family, all);
    }
  }
  for (const all of families.values()) {
    all.events = mergeResults(all.events);
    all.endings = mergeResults(all.endings);
  }
  return families;
}

function noteWhatCame(
  { records }: History,
  endings: Record<string, number>,
  said: Set<EventKind>,
): number {
  let runs = 0;
  for (const record of records) {
    if (record.type === 'close') endings[record.cause] = (endings[record.cause] ?? 0) + 1;
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    if (record.events.some(({ kind }) => kind === 'agent_completed')) runs += 1;
    for (const { kind } of record.events) if (says(record, kind)) said.add(kind);
  }
  return runs;
}
