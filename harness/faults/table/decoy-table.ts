import type { DecoyRow } from '../decoy-row.ts';
import { connectionDecoys } from './decoys/connection-decoys.ts';
import { runDecoys } from './decoys/run-decoys.ts';
import { vocabularyDecoys } from './decoys/vocabulary-decoys.ts';

/** Every legal oddity there is. */
export const decoyTable: readonly DecoyRow[] = [
  ...runDecoys,
  ...connectionDecoys,
  ...vocabularyDecoys,
].toSorted((left, right) => left.id.localeCompare(right.id));
