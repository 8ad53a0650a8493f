import { readPath } from '../profiles/language/read-path.ts';
import { leavesIn, type WatchedRun } from './watched-run.ts';

/** Paths that are known by what stood there, whatever they are called: the journeys know what they asked for. */
export interface Evidence {
  /** Hands the name of the message back. */
  readonly key: string | undefined;
  /** One value in all frames of a run, and another in each run. */
  readonly run: string | undefined;
  /** Goes up by one with each frame of a run, and from where. */
  readonly seq: { readonly path: string; readonly first: number } | undefined;
  /** Holds the names of the tools that were asked for, and no others. */
  readonly tool: string | undefined;
  /** Comes with a tool, and again without one. */
  readonly call: string | undefined;
  /** There in what followed a call of the tool that fails, and nowhere else. */
  readonly failure: string | undefined;
  /** Pieces that make up the text of the last frame, and where that one stands. */
  readonly text: { readonly piece: string; readonly whole: string } | undefined;
}

/** The tools that journeys ask for (docs/profiles.md). */
const askedTools: ReadonlySet<unknown> = new Set(['echo', 'slow', 'fail']);

/** Looks for what the runs prove. Fewer than two show nothing: all that is one in one run is a constant. */
export function findEvidence(runs: readonly WatchedRun[]): Evidence {
  const paths = [
    ...new Set(
      runs.flatMap(({ frames }) => frames.flatMap((frame) => leavesIn(frame).map(([at]) => at))),
    ),
  ];
  const inEvery = (holds: (run: WatchedRun, path: string) => boolean): string | undefined =>
    runs.length < 2 ? undefined : paths.find((path) => runs.every((run) => holds(run, path)));
  const tool = inEvery((run, path) => {
    const values = valuesAt(run, path);
    return values.every((value) => askedTools.has(value));
  });
  const tooled = tool === undefined ? undefined : paths.find((path) => isCall(runs, path, tool));
  const seq = inEvery((run, path) => countsUp(run, path));
  return {
    key: inEvery((run, path) => run.key !== undefined && valuesAt(run, path).includes(run.key)),
    run: runs.length < 2 ? undefined : paths.find((path) => isOnePerRun(runs, path)),
    seq: seq === undefined ? undefined : { path: seq, first: firstOf(runs, seq) },
    tool: tooled === undefined ? undefined : tool,
    call: tooled,
    failure:
      tool === undefined || tooled === undefined
        ? undefined
        : findFailure(runs, paths, tool, tooled),
    text: findText(runs, paths),
  };
}

function findFailure(
  runs: readonly WatchedRun[],
  paths: readonly string[],
  tool: string,
  call: string,
): string | undefined {
  const frames = runs.flatMap((run) => run.frames).filter((frame) => hasValue(frame, call));
  const callOf = (frame: object): unknown => readPath(frame, call);
  const opening = new Set(
    Map.groupBy(frames, callOf)
      .values()
      .map(([first]) => first),
  );
  const failed = frames.filter((frame) => readPath(frame, tool) === 'fail').map(callOf);
  return paths.find((path) => {
    const holders = frames.filter((frame) => hasValue(frame, path));
    const calls = new Set(holders.map(callOf));
    // What was asked stands where a call begins; how it went stands behind.
    if (holders.some((frame) => opening.has(frame))) return false;
    return calls.size === new Set(failed).size && failed.every((each) => calls.has(each));
  });
}

const hasValue = (frame: object, path: string): boolean => readPath(frame, path) !== undefined;

function valuesAt({ frames }: WatchedRun, path: string): unknown[] {
  return frames.map((frame) => readPath(frame, path)).filter((value) => value !== undefined);
}

function isOnePerRun(runs: readonly WatchedRun[], path: string): boolean {
  const values = runs.map((run) => valuesAt(run, path));
  const all = values.every((each, index) => each.length === runs[index]?.frames.length);
  const one = values.every((each) => new Set(each).size === 1);
  return all && one && new Set(values.map(([first]) => first)).size === runs.length;
}

function countsUp({ frames }: WatchedRun, path: string): boolean {
  const numbers = frames.map((frame) => Number(readPath(frame, path) ?? Number.NaN));
  return numbers.length > 2 && numbers.every((each, place) => each === (numbers[0] ?? 0) + place);
}

function firstOf([run]: readonly WatchedRun[], path: string): number {
  return Number(readPath(run?.frames[0], path));
}

/** Each of its values that comes with a tool comes with that one only, first of all, and again later: call and result. */
function isCall(runs: readonly WatchedRun[], path: string, tool: string): boolean {
  if (path === tool) return false;
  const groups = runs.flatMap(({ frames }) => {
    const all = Map.groupBy(frames, (frame) => readPath(frame, path)).values();
    const tooled = [...all].filter((those) => those.some((frame) => hasValue(frame, tool)));
    return tooled.map((those) => ({ those, among: frames.length }));
  });
  const isOne = ({ those, among }: (typeof groups)[number]): boolean => {
    const [first] = those;
    if (first === undefined || !hasValue(first, path) || !hasValue(first, tool)) return false;
    const tools = new Set(those.map((frame) => readPath(frame, tool) ?? readPath(first, tool)));
    return tools.size === 1 && those.length > 1 && those.length < among;
  };
  return groups.length > 0 && groups.every(isOne);
}

/** Some path of the last frame holds what the values of another one are, joined. */
function findText(runs: readonly WatchedRun[], paths: readonly string[]): Evidence['text'] {
  for (const whole of paths) {
    const wholes = runs.map(({ frames }) => readPath(frames.at(-1), whole));
    if (!wholes.every((text) => typeof text === 'string' && text.length > 1)) continue;
    const piece = paths.find((path) => {
      const pieces = runs.map((run) => valuesAt(run, path));
      // One piece that equals a text is any id that stands in two places.
      const several = pieces.some(({ length }) => length > 1);
      return several && pieces.every((each, place) => each.join('') === wholes[place]);
    });
    if (piece !== undefined) return { piece, whole };
  }
  return undefined;
}
