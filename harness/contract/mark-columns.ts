import type { Mark } from './mark.ts';

/**
 * Marks as one list per field, which packs to a few bytes a mark. `n` and `at` (in µs) are differences to the mark
 * before; texts are places in `words`, where 0 stands for none; of `replay`, 1 is yes and 2 is no.
 */
export interface MarkColumns extends Record<keyof Mark, readonly number[]> {
  readonly words: readonly string[];
}
