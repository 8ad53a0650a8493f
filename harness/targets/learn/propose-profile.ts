import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import { modelPromises } from '../profiles/model-promises.ts';
import { readText } from '../profiles/language/read-path.ts';
import { findNamePath } from './find-name-path.ts';
import { acceptingNames, nameKinds } from './name-kinds.ts';
import { findEvidence, type Evidence } from './find-evidence.ts';
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
  const evidence = findEvidence(runs);
  const accepting = acceptingNames(runs, name, evidence);
  const named = runs.map(({ frames }) =>
    frames
      .map((frame) => readText(frame, name) ?? '')
      .filter((each) => each !== '' && !accepting.has(each)),
  );
  const order = mineOrder(named);
  const kinds = nameKinds(runs, name, { order, evidence });
  return [
    `// Proposed from ${runs.length} runs; review every line. docs/profiles.md says what each means.`,
    '  frames: {',
    `    name: '${name}',`,
    '    fields: {',
    ...proposeFields(runs, evidence),
    '    },',
    '    rules: [',
    ...[...kinds].map(([each, kind]) => proposeRule(each, kind, { runs, name, evidence })),
    '    ],',
    '  },',
    '  promises: {',
    ...proposeSequence(evidence),
    '    order: [',
    ...promisedOrder(order, kinds),
    '    ],',
    '  },',
    ...describe(order),
    '',
  ].join('\n');
}

/** What is proven goes before what is only called like that. */
function proposeFields(runs: readonly WatchedRun[], evidence: Evidence): string[] {
  const { text, key, run, tool, call, seq } = evidence;
  const proven: Record<string, string | undefined> = { key, run, tool, call, seq: seq?.path };
  const names = [...new Set([...Object.keys(fieldWords), 'key', 'seq'])];
  return names.flatMap((field) => {
    if (field === 'text' && text !== undefined) return [];
    const words = fieldWords[field as keyof typeof fieldWords];
    const called = words === undefined ? undefined : pathLike(runs, words);
    const path = called ?? proven[field];
    return path === undefined ? [] : [`      ${field}: '${path}',`];
  });
}

function proposeRule(
  each: string,
  kind: EventKind,
  seen: { runs: readonly WatchedRun[]; name: string; evidence: Evidence },
): string {
  const { text, failure } = seen.evidence;
  const more = [
    ...(kind === 'message_delta' && text !== undefined ? [`text: '${text.piece}'`] : []),
    ...(kind === 'agent_completed' && text !== undefined ? [`text: '${text.whole}'`] : []),
    ...(kind === 'tool_completed' && failure !== undefined
      ? [`outcome: { path: '${failure}', is: {}, else: 'failed' }`]
      : []),
  ].map((part) => `, ${part}`);
  const frames = seen.runs.flatMap((run) => run.frames);
  const count = frames.filter((frame) => readText(frame, seen.name) === each).length;
  return `      { when: ${JSON.stringify(each)}, say: '${kind}'${more.join('')} }, // ${count} seen`;
}

function proposeSequence({ seq }: Evidence): string[] {
  if (seq === undefined) return [];
  const rest = `density: 'dense', first: ${seq.first}, resets_on: 'never'`;
  return [`    sequence: { scope: 'run', ${rest} },`];
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

/**
 * Edges between kinds: those that are promised anyway, because an `order` that is given takes their place, and those
 * between names. Progress may come at any time.
 */
function promisedOrder({ before }: Invariants, kinds: ReadonlyMap<string, EventKind>): string[] {
  const known = new Set(kinds.values());
  const usual = modelPromises.order.filter(
    (edge) => known.has(edge.before) && known.has(edge.after),
  );
  const mined = before.flatMap(([a, b]) => {
    const [left, right] = [kinds.get(a), kinds.get(b)];
    const loose = left === 'progress_update' || right === 'progress_update' || left === right;
    const said = usual.some((edge) => edge.before === left && edge.after === right);
    return left === undefined || right === undefined || loose || said
      ? []
      : [{ before: left, after: right, scope: 'run' }];
  });
  const lines = [...usual, ...mined].map(
    (edge) => `      { before: '${edge.before}', after: '${edge.after}', scope: '${edge.scope}' },`,
  );
  return [...new Set(lines)];
}

function describe({ once, first, last, before }: Invariants): string[] {
  return [
    `  // held in every run: first ${first ?? 'differs'}, last ${last ?? 'differs'}`,
    `  // once in every run: ${once.join(', ') || 'nothing'}`,
    ...before.map(([a, b]) => `  // every ${a} before the first ${b}`),
  ];
}
