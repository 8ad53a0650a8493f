import type { Mutant } from './seams.ts';

export const resumeUndeclared: Mutant = {
  sentence: 'A resume repeats events without declaring them a replay.',
  damage: (seams) => ({ ...seams, replay: (frames) => frames }),
};
