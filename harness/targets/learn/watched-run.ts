import type { History } from '../../contract/history.ts';
import { readAnyFrame } from '../profiles/read-any-frame.ts';

type Frame = Readonly<Record<string, unknown>>;

/** The frames that came between one message and the next on its connection, as they were. */
export interface WatchedRun {
  /** What named the message. */
  readonly key: string | undefined;
  readonly frames: readonly Frame[];
}

/** Cuts histories into runs, whatever a profile made of them. Frames that are no JSON object take no part. */
export function runsOf(histories: readonly History[]): WatchedRun[] {
  return histories.flatMap(({ records }) => {
    const runs: WatchedRun[] = [];
    const latest = new Map<string, Frame[]>();
    for (const record of records) {
      if (record.type === 'act' && record.act === 'chat' && record.connection !== undefined) {
        const frames: Frame[] = [];
        latest.set(record.connection, frames);
        runs.push({ key: record.key, frames });
      }
      if (record.type !== 'frame' || record.direction !== 'received') continue;
      const fields = readAnyFrame(record.raw);
      if (fields !== undefined) latest.get(record.connection)?.push(fields);
    }
    return runs.filter(({ frames }) => frames.length > 0);
  });
}

const deepest = 4;

type Leaf = readonly [path: string, value: string | number];

/** Paths of all texts and numbers in a frame, outside lists. */
export function leavesIn(frame: object, depth = 1, before = ''): Leaf[] {
  return Object.entries(frame).flatMap(([name, value]: [string, unknown]): Leaf[] => {
    const path = before + name;
    if (typeof value === 'string' || typeof value === 'number') return [[path, value]];
    const inside = typeof value === 'object' && value !== null && !Array.isArray(value);
    return inside && depth < deepest ? leavesIn(value, depth + 1, `${path}.`) : [];
  });
}

/** Paths of all texts. */
export function textsIn(frame: object): (readonly [path: string, text: string])[] {
  return leavesIn(frame).flatMap(([path, value]) =>
    typeof value === 'string' ? [[path, value] as const] : [],
  );
}
