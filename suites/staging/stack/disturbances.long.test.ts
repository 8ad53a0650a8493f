import { judgeDisturbances } from './judge-disturbances.ts';

judgeDisturbances('what this machine has');
