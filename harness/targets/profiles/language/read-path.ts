import type { FramePath } from '../../../contract/profile-config.ts';

/** The value at a path; `undefined` where there is none. `*` gives the values of all entries of a list. */
export function readPath(frame: unknown, path: FramePath | undefined): unknown {
  if (path === undefined) return undefined;
  if (typeof path === 'string') return walkDown(frame, stepsOf(path), 0);
  for (const each of path) {
    const value = walkDown(frame, stepsOf(each), 0);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** As text, where a path stands for one: a list of texts is joined, numbers are written out, anything else is JSON. */
export function readText(frame: unknown, path: FramePath | undefined): string | undefined {
  const value = readPath(frame, path);
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.join('');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const known = new Map<string, readonly string[]>();

/** Paths come from profiles, so that there are few of them, and each is split once. */
function stepsOf(path: string): readonly string[] {
  let steps = known.get(path);
  if (steps === undefined) known.set(path, (steps = path.split('.')));
  return steps;
}

function walkDown(value: unknown, steps: readonly string[], from: number): unknown {
  let here = value;
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index] ?? '';
    if (step === '*') {
      if (!Array.isArray(here)) return undefined;
      const found = here.flatMap((each) => walkDown(each, steps, index + 1));
      return found.filter((each) => each !== undefined && each !== null);
    }
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}
