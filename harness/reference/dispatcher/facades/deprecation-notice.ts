/** As `process.emitWarning`, which is the default. */
export type Warn = (warning: string, options: { type: string; code: string }) => void;

/** Lines of a stack above the call site: the heading, `give`, `LegacyRoute.open`, the legacy entrance. */
const linesAboveCallSite = 4;

/** Warns once for each place in the caller's code that still uses a legacy entrance. */
export class DeprecationNotice {
  readonly #warn: Warn;
  readonly #warnedSites = new Set<string>();

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  give(code: string, instead: string): void {
    const site = new Error('call site').stack?.split('\n')[linesAboveCallSite]?.trim() ?? '';
    const key = `${code} ${site}`;
    if (this.#warnedSites.has(key)) return;
    this.#warnedSites.add(key);
    this.#warn(`deprecated call ${site}; use ${instead}`, { type: 'DeprecationWarning', code });
  }
}
