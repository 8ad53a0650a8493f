import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

/** What the prober itself went through while it measured. */
export interface ProberStrain {
  /** 99th percentile of how late its event loop was, in milliseconds. */
  readonly loopDelayMs: number;
  /** Longest pause for garbage collection, in milliseconds. */
  readonly longestGcMs: number;
  /** Share of one core it used, 0 … 1 and above with threads. */
  readonly cpuShare: number;
}

/** Watches this process from now on. */
export class ProberWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: 10 });
  readonly #collections: PerformanceObserver;
  readonly #cpu = process.cpuUsage();
  readonly #start = performance.now();
  #longestGcMs = 0;

  constructor() {
    this.#delay.enable();
    this.#collections = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        this.#longestGcMs = Math.max(this.#longestGcMs, duration);
      }
    });
    this.#collections.observe({ entryTypes: ['gc'] });
  }

  stop(): ProberStrain {
    this.#delay.disable();
    this.#collections.disconnect();
    const { user, system } = process.cpuUsage(this.#cpu);
    const elapsedMs = performance.now() - this.#start;
    const none = this.#delay.count === 0;
    return {
      loopDelayMs: none ? elapsedMs : Math.max(0, this.#delay.percentile(99) / 1e6 - 10),
      longestGcMs: this.#longestGcMs,
      cpuShare: (user + system) / 1000 / elapsedMs,
    };
  }
}
