/** What held in every run that was watched. */
export interface Invariants {
  /** Names that came exactly once in every run. */
  readonly once: readonly string[];
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** `a` came before the first `b` in every run that had both; only pairs that no other pair implies. */
  readonly before: readonly (readonly [a: string, b: string])[];
}

/** Mines order from runs, each the names of its frames in order. Fewer than two runs show nothing. */
export function mineOrder(runs: readonly (readonly string[])[]): Invariants {
  if (runs.length < 2) return { once: [], first: undefined, last: undefined, before: [] };
  const names = [...new Set(runs.flat())];
  const once = names.filter((name) =>
    runs.every((run) => run.filter((each) => each === name).length === 1),
  );
  const holds = (a: string, b: string): boolean => {
    const both = runs.filter((run) => run.includes(a) && run.includes(b));
    return both.length > 1 && both.every((run) => run.lastIndexOf(a) < run.indexOf(b));
  };
  const pairs = names.flatMap((a) =>
    names.filter((b) => a !== b && holds(a, b)).map((b) => [a, b] as const),
  );
  const has = new Set(pairs.map(([a, b]) => `${a}\n${b}`));
  const before = pairs.filter(
    ([a, b]) => !names.some((via) => has.has(`${a}\n${via}`) && has.has(`${via}\n${b}`)),
  );
  return {
    once,
    first: common(runs.map((run) => run[0])),
    last: common(runs.map((run) => run.at(-1))),
    before,
  };
}

function common(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
