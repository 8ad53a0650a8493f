import { rollOut } from '../rollout/roll-out.ts';

await rollOut('phase-4');
