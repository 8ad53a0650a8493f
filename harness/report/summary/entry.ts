import type { Standing } from './standing.ts';

type EntryKind = 'criterion' | 'check' | 'measurement' | 'test';

/** Whatever a result holds a verdict on, in one shape, so that every format counts and names the same things. */
export interface Entry {
  readonly kind: EntryKind;
  /** Stable address: selectable on the command line, anchor in the page, rule id elsewhere. */
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  /** Why it does not simply pass, in one or two sentences. */
  readonly reason?: string;
  /** What a person should do next. */
  readonly next?: string;
  /** Source file it is about, where there is one. */
  readonly file?: string;
}
