import { closeUp } from '../../damage/close-up.ts';
import { repeatCursor } from '../../damage/repeat-cursor.ts';
import type { FaultRow } from '../../fault-row.ts';
import { withField } from '../../with-field.ts';
import { onFrames } from '../sketch.ts';

export const cursorFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F95',
    title: 'two events made within one millisecond carry the same cursor',
    owner: 'RES-CURSOR-UNIQUE',
    says: /both carry it/,
    profile: withField('cursor'),
    promises: { capabilities: ['resume', 'cursor'] },
    damage: closeUp(repeatCursor),
  }),
];
