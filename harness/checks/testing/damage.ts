import type { HistoryBuilder } from './history-builder.ts';

/** A damaged history, who must report it, and who may follow. */
export interface Damage {
  readonly fault: string;
  readonly title: string;
  readonly owner: string;
  /** Checks that necessarily follow. */
  readonly entails?: readonly string[];
  /** Default `fail`; `info` is a pass that shows what it saw. */
  readonly expect?: 'fail' | 'unknown' | 'info';
  readonly build: () => HistoryBuilder;
}
