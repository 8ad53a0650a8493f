import type { Mutant } from './seams.ts';

export const trespass: Mutant = {
  sentence:
    'Runs and threads of others can be read, resumed and cancelled by whoever knows their id.',
  damage: (seams) => ({ ...seams, mayAccess: () => true }),
};
