import { textsIn, type WatchedRun } from './watched-run.ts';

const wordLike = /^[\w.:/ -]{1,60}$/;
const usual = /(^|\.)(type|event|kind|name|method|op|state)$/;

/** The path where frames say what they are: there in nearly all, with few values that come again in every run. */
export function findNamePath(runs: readonly WatchedRun[]): string | undefined {
  const frames = runs.flatMap(({ frames: each }) => each);
  const seen = new Map<string, Map<string, number>>();
  for (const frame of frames) {
    for (const [path, text] of textsIn(frame)) {
      if (!wordLike.test(text)) continue;
      const values = seen.get(path) ?? new Map<string, number>();
      values.set(text, (values.get(text) ?? 0) + 1);
      seen.set(path, values);
    }
  }
  let best: { path: string; score: number } | undefined;
  for (const [path, values] of seen) {
    const count = [...values.values()].reduce((sum, each) => sum + each, 0);
    const share = count / frames.length;
    // Ids are new in every frame or run; one value for all says nothing.
    const again = [...values.values()].filter((times) => times >= runs.length / 2).length;
    if (values.size < 2 || again < 2) continue;
    const score = share * (again / values.size) * (usual.test(path) ? 2 : 1);
    if (score > (best?.score ?? 0)) best = { path, score };
  }
  return best?.path;
}
