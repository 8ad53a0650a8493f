import type { PlatformParts } from '../dispatcher/index.ts';

/**
 * Burns a share of the processor time the process has used since it last did, in slices too small to be seen as a pause: a server
 * that is dearer by exactly that share.
 */
class Throttle {
  readonly #share: number;
  /** Milliseconds of processor time that are paid for. */
  #paid = usedMs();

  constructor(share: number) {
    this.#share = share;
  }

  pay(): void {
    const owed = (usedMs() - this.#paid) * this.#share;
    const end = performance.now() + owed;
    while (performance.now() < end);
    this.#paid = usedMs();
  }
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** For tests of the instruments that must notice it: every dispatch makes the process dearer by `share` (0.1 for 10 %). */
export function throttleParts(parts: PlatformParts, share: number): PlatformParts {
  const throttle = new Throttle(share);
  return {
    ...parts,
    async openDispatcher(context, bridge) {
      const inner = await parts.openDispatcher(context, bridge);
      return {
        async dispatch(call) {
          const result = await inner.dispatch(call);
          throttle.pay();
          return result;
        },
        hasTool: (name) => inner.hasTool(name),
        listTools: () => inner.listTools(),
        [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
      };
    },
  };
}
