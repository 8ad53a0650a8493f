import type { History } from '../../contract/history.ts';

/** The frames that came between one message and the next on its connection, as they were. */
export interface WatchedRun {
  readonly frames: readonly Readonly<Record<string, unknown>>[];
}

/** Cuts histories into runs, whatever a profile made of them. Frames that are no JSON object take no part. */
export function runsOf(histories: readonly History[]): WatchedRun[] {
  return histories.flatMap(({ records }) => {
    const runs: WatchedRun[] = [];
    const latest = new Map<string, Record<string, unknown>[]>();
    for (const record of records) {
      if (record.type === 'act' && record.act === 'chat' && record.connection !== undefined) {
        const frames: Record<string, unknown>[] = [];
        latest.set(record.connection, frames);
        runs.push({ frames });
      }
      if (record.type !== 'frame' || record.direction !== 'received') continue;
      const fields = readObject(record.raw);
      if (fields !== undefined) latest.get(record.connection)?.push(fields);
    }
    return runs.filter(({ frames }) => frames.length > 0);
  });
}

function readObject(raw: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const deepest = 4;

/** Paths of all texts in a frame, outside lists. */
export function textsIn(frame: object, depth = 1, before = ''): [path: string, text: string][] {
  return Object.entries(frame).flatMap(([name, value]: [string, unknown]) => {
    const path = before + name;
    if (typeof value === 'string') return [[path, value] as [string, string]];
    const inside = typeof value === 'object' && value !== null && !Array.isArray(value);
    return inside && depth < deepest ? textsIn(value, depth + 1, `${path}.`) : [];
  });
}
