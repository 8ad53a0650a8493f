import { textsIn, type WatchedRun } from './watched-run.ts';

const wordLike = /^[\w.:/ -]{1,60}$/;
const usual = /(^|\.)(\$event|type|event|kind|name|method|op|state)$/;

/** The path where frames say what they are: there in nearly all, with few values that come again in every run. */
export function findNamePath(runs: readonly WatchedRun[]): string | undefined {
  const total = runs.reduce((sum, { frames }) => sum + frames.length, 0);
  const seen = new Map<string, { count: number; runsOf: Map<string, Set<WatchedRun>> }>();
  for (const run of runs) {
    for (const [path, text] of run.frames.flatMap(textsIn)) {
      if (!wordLike.test(text)) continue;
      const at = seen.get(path) ?? { count: 0, runsOf: new Map<string, Set<WatchedRun>>() };
      at.count += 1;
      at.runsOf.set(text, (at.runsOf.get(text) ?? new Set()).add(run));
      seen.set(path, at);
    }
  }
  let best: { path: string; score: number } | undefined;
  for (const [path, { count, runsOf }] of seen) {
    // Ids are new in every frame or run; one value for all says nothing.
    const again = [...runsOf.values()].filter(({ size }) => size >= runs.length / 2).length;
    if (runsOf.size < 2 || again < 2) continue;
    const score = (count / total) * (again / runsOf.size) * (usual.test(path) ? 2 : 1);
    if (score > (best?.score ?? 0)) best = { path, score };
  }
  return best?.path;
}
