import type { DecoyRow } from '../decoy-row.ts';
import { connectionDecoys } from './decoys/connection-decoys.ts';
import { heldUpDecoys } from './decoys/held-up-decoys.ts';
import { likenessDecoys } from './decoys/likeness-decoys.ts';
import { refusalDecoys } from './decoys/refusal-decoys.ts';
import { runDecoys } from './decoys/run-decoys.ts';
import { vocabularyDecoys } from './decoys/vocabulary-decoys.ts';

/** Every legal oddity there is. */
export const decoyTable: readonly DecoyRow[] = [
  ...runDecoys,
  ...connectionDecoys,
  ...vocabularyDecoys,
  ...refusalDecoys,
  ...likenessDecoys,
  ...heldUpDecoys,
].toSorted((left, right) => left.id.localeCompare(right.id));
