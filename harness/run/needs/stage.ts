import type { Config } from '../../contract/config.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';

/** What can be started again beside the one under test; anything remote exists once. */
function canOpenAnother({ name }: Target): boolean {
  return name === 'reference' || name.startsWith('specimen:');
}

/** The name of the state before this one: as configured; for specimen N specimen N−1. */
function previousOf({ name }: Target, config: Config): string | undefined {
  if (config.previous !== undefined) return config.previous.target;
  const phase = /^specimen:phase-(\d+)$/.exec(name)?.[1];
  return phase === undefined || phase === '0' ? undefined : `specimen:phase-${Number(phase) - 1}`;
}

/** The targets of a gate beside the one that the suites use; each is opened when it is first asked for. */
export class Stage implements AsyncDisposable {
  readonly #target: Target;
  readonly #config: Config;
  readonly #opened = new Map<string, Promise<Target>>();

  constructor(target: Target, config: Config) {
    this.#target = target;
    this.#config = config;
  }

  /** Name of the state before this one, as `openTarget` takes it. */
  get previousName(): string | undefined {
    return previousOf(this.#target, this.#config);
  }

  /** One more of the target under test where there can be one, else itself. */
  current(): Promise<Target> {
    if (!canOpenAnother(this.#target)) return Promise.resolve(this.#target);
    return this.#open('current', this.#target.name);
  }

  /** The state before this one, undefined where none is known. */
  async previous(): Promise<Target | undefined> {
    const name = this.previousName;
    return name === undefined ? undefined : this.#open('previous', name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = await Promise.allSettled(this.#opened.values());
    const targets = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(targets.map((target) => target[Symbol.asyncDispose]()));
  }

  #open(place: string, name: string): Promise<Target> {
    const open = this.#opened.get(place) ?? openTarget(name, this.#config);
    this.#opened.set(place, open);
    return open;
  }
}
