import type { EventKind } from '../../contract/event-kind.ts';
import { readPath, readText } from '../profiles/language/read-path.ts';
import type { Evidence } from './find-evidence.ts';
import { guessKind } from './guess-kind.ts';
import type { Invariants } from './mine-order.ts';
import type { WatchedRun } from './watched-run.ts';

type Frame = WatchedRun['frames'][number];

/** The names of frames that hand the name of the message back, and of no others: they take the message. */
export function acceptingNames(
  runs: readonly WatchedRun[],
  name: string,
  { key }: Evidence,
): ReadonlySet<string> {
  const frames = runs.flatMap((run) => run.frames);
  const holders = frames.filter((frame) => readPath(frame, key) !== undefined);
  const names = new Set(holders.map((frame) => readText(frame, name) ?? ''));
  // Where it names the run, whatever belongs to the run holds it.
  return names.size === 1 && holders.length <= runs.length ? names : new Set();
}

/** What each name may mean: by its place and its words, and by evidence where the words say nothing. */
export function nameKinds(
  runs: readonly WatchedRun[],
  name: string,
  { order, evidence }: { readonly order: Invariants; readonly evidence: Evidence },
): Map<string, EventKind> {
  const frames = runs.flatMap((run) => run.frames);
  const nameOf = (frame: Frame | undefined): string => readText(frame, name) ?? '';
  const accepting = acceptingNames(runs, name, evidence);
  const names = [...new Set(frames.map(nameOf))].filter((each) => each !== '');
  const kinds = new Map<string, EventKind>(
    names.map((each) => [each, accepting.has(each) ? 'message_accepted' : guessKind(each, order)]),
  );
  const said = new Set(kinds.values());
  const prove = (proven: string, kind: EventKind): void => {
    if (!said.has(kind) && kinds.get(proven) === 'progress_update') kinds.set(proven, kind);
  };
  const holding = (path: string | undefined): Frame[] =>
    path === undefined ? [] : frames.filter((frame) => readPath(frame, path) !== undefined);
  for (const frame of holding(evidence.tool)) prove(nameOf(frame), 'tool_executing');
  const lastOfCall = Map.groupBy(holding(evidence.call), (frame) => readPath(frame, evidence.call));
  for (const those of lastOfCall.values()) prove(nameOf(those.at(-1)), 'tool_completed');
  for (const frame of holding(evidence.text?.piece)) prove(nameOf(frame), 'message_delta');
  return kinds;
}
