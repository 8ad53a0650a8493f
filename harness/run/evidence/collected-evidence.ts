import type { Result } from '../../contract/result.ts';
import type { Settled } from '../needs/carry-out.ts';
import { buildResult, type ReadHistory, type RunFacts } from './build-result.ts';
import { readFragments } from './read-fragments.ts';

/** Everything a gate has gathered so far; a result can be made of it at any time. */
export class CollectedEvidence {
  readonly #facts: RunFacts;
  readonly #endings: Result['suites'] = [];
  readonly #unmet: NonNullable<Result['unmet_needs']> = [];
  readonly #told = new Set<string>();
  readonly #read = new Map<string, ReadHistory>();
  #parts: Partial<Result> = {};
  /** Monotonic, so that a clock that is set shows. */
  readonly #started = performance.now();
  readonly #startedWall = Date.now();
  /** What the suites gave, until another one ends. */
  #base: Promise<Result> | undefined;

  constructor(facts: RunFacts) {
    this.#facts = facts;
  }

  add({ need, parts, ending, why }: Settled): void {
    this.#parts = { ...this.#parts, ...parts };
    if (why !== undefined) this.#unmet.push({ need, why });
    if (ending === undefined) return;
    this.#endings.push(ending);
    this.#base = undefined;
  }

  async result(): Promise<Result> {
    const fragments = (): ReturnType<typeof readFragments> => readFragments(this.#facts.folder);
    this.#base ??= buildResult(this.#facts, fragments(), this.#endings, this.#read);
    const { audit, ...base } = await this.#base;
    const merged = { ...base, ...(audit === undefined ? {} : { audit }), ...this.#parts };
    const unmet = this.#unmet.length === 0 ? {} : { unmet_needs: [...this.#unmet] };
    const elapsed = performance.now() - this.#started;
    const doubts = [
      ...(merged.doubts ?? []),
      ...findClockStep(Date.now() - this.#startedWall - elapsed),
    ];
    return {
      ...merged,
      ...unmet,
      ...(doubts.length === 0 ? {} : { doubts }),
      duration_ms: Math.round(elapsed),
    };
  }

  /** True once for each sentence: a criterion is told when it is first decided. */
  isNews(sentence: string): boolean {
    if (this.#told.has(sentence)) return false;
    this.#told.add(sentence);
    return true;
  }
}

/** Slewing and coarse clocks stay far below this, in ms. */
const noticedStepMs = 5_000;

/** Ages of reports and lifetimes of tokens hang on the wall clock. */
function findClockStep(stepMs: number): string[] {
  if (Math.abs(stepMs) < noticedStepMs) return [];
  const how = stepMs < 0 ? 'set back' : 'set forward';
  const seconds = Math.round(Math.abs(stepMs) / 1000);
  return [`the clock of this machine was ${how} by ${seconds} s during the run, or it slept`];
}
