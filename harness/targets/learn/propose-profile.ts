import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import { readText } from '../profiles/language/read-path.ts';
import { findNamePath } from './find-name-path.ts';
import { guessKind } from './guess-kind.ts';
import { mineOrder, type Invariants } from './mine-order.ts';
import { runsOf, textsIn, type WatchedRun } from './watched-run.ts';

const fieldWords = {
  run: /(^|\.)(run_?id|response\.id|task_?id)$/i,
  thread: /(^|\.)(thread_?id|conversation_?id|context_?id)$/i,
  call: /(^|\.)(tool_?call_?id|call_?id)$/i,
  tool: /(^|\.)(tool_?(call)?_?name)$/i,
  message: /(^|\.)(message_?id|item_?id)$/i,
  text: /(^|\.)(delta|text|content|token)$/i,
} as const;

/**
 * Proposes the `frames` and `promises.order` of a profile from what was watched, as text for a person to review: each
 * rule with how often its name was seen, and the order that held in every run. Throws `PROFILE_MISFIT` where nothing
 * that was watched names itself.
 */
export function proposeProfile(histories: readonly History[]): string {
  const runs = runsOf(histories);
  const name = findNamePath(runs);
  if (name === undefined) {
    const [frame] = runs.flatMap(({ frames }) => frames);
    const shown =
      frame === undefined ? 'no JSON object came back' : JSON.stringify(frame).slice(0, 300);
    throw new HarnessError(
      'PROFILE_MISFIT',
      `no field names the frames of ${runs.length} runs: ${shown}`,
    );
  }
  const named = runs.map(({ frames }) => frames.map((frame) => readText(frame, name) ?? ''));
  const order = mineOrder(named);
  const counts = Map.groupBy(
    named.flat().filter((each) => each !== ''),
    (each) => each,
  );
  const kinds = new Map([...counts.keys()].map((each) => [each, guessKind(each, order)]));
  const rules = [...kinds].map(
    ([each, kind]) =>
      `      { when: ${JSON.stringify(each)}, say: '${kind}' }, // ${counts.get(each)?.length ?? 0} seen`,
  );
  const fields = Object.entries(fieldWords).flatMap(([field, words]) => {
    const path = pathLike(runs, words);
    return path === undefined ? [] : [`      ${field}: '${path}',`];
  });
  return [
    `// Proposed from ${runs.length} runs; review every line. docs/profiles.md says what each means.`,
    '  frames: {',
    `    name: '${name}',`,
    '    fields: {',
    ...fields,
    '    },',
    '    rules: [',
    ...rules,
    '    ],',
    '  },',
    '  promises: {',
    '    order: [',
    ...promisedOrder(order, kinds),
    '    ],',
    '  },',
    ...describe(order),
    '',
  ].join('\n');
}

/** The path that most frames have of those whose name is like this. */
function pathLike(runs: readonly WatchedRun[], words: RegExp): string | undefined {
  const paths = runs.flatMap(({ frames }) => frames.flatMap((frame) => textsIn(frame)));
  const counts = Map.groupBy(
    paths.map(([path]) => path).filter((path) => words.test(path)),
    (path) => path,
  );
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** Edges between kinds, of those between names; progress may come at any time. */
function promisedOrder({ before }: Invariants, kinds: ReadonlyMap<string, EventKind>): string[] {
  const edges = before.flatMap(([a, b]) => {
    const [left, right] = [kinds.get(a), kinds.get(b)];
    const loose = left === 'progress_update' || right === 'progress_update';
    return left === undefined || right === undefined || loose || left === right
      ? []
      : [`      { before: '${left}', after: '${right}', scope: 'run' },`];
  });
  return [...new Set(edges)];
}

function describe({ once, first, last, before }: Invariants): string[] {
  return [
    `  // held in every run: first ${first ?? 'differs'}, last ${last ?? 'differs'}`,
    `  // once in every run: ${once.join(', ') || 'nothing'}`,
    ...before.map(([a, b]) => `  // every ${a} before the first ${b}`),
  ];
}
