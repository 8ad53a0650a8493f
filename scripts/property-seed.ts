/**
 * Property tests draw the same cases in every run, so that a red run is red again; `FC_SEED=random` looks for new ones,
 * `FC_SEED=<n>` repeats one that was found.
 */
import { configureGlobal } from 'fast-check';

const wanted = process.env['FC_SEED'] ?? '20261122';

if (wanted !== 'random') configureGlobal({ seed: Number(wanted) });
