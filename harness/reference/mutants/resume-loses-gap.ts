import type { Mutant } from './seams.ts';

export const resumeLosesGap: Mutant = {
  sentence: 'A resume leaves out the first event after the cursor.',
  damage: (seams) => ({ ...seams, replay: (frames) => seams.replay(frames.slice(1)) }),
};
