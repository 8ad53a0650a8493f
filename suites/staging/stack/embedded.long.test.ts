import { judgeDisturbances } from './judge-disturbances.ts';

judgeDisturbances('nothing but itself', '--database', 'embedded', '--bus', 'embedded');
