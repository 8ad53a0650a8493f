import { trespass } from '../../../probe/journeys/trespass.ts';
import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { closeUp } from '../../damage/close-up.ts';
import { letIntruderChat } from '../../damage/let-intruder-chat.ts';
import { mixInCanary } from '../../damage/mix-in-canary.ts';
import { renameRuns } from '../../damage/rename-run.ts';
import { echoToken } from '../../damage/echo-token.ts';
import type { FaultRow } from '../../fault-row.ts';
import { onFrames } from '../sketch.ts';

export const exposureFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F76',
    title: "a token opens another user's thread",
    owner: 'ISO-TRESPASS',
    entails: ['ISO-RUNMIX'],
    says: /To chat what belongs to/,
    journey: trespass,
    damage: letIntruderChat,
  }),
  onFrames({
    id: 'F78',
    title: 'the token stands in an event',
    owner: 'ISO-SECRET',
    says: /holds one at character/,
    damage: closeUp(echoToken),
  }),
  onFrames({
    id: 'F82',
    title: "one user's tool result stands in another user's answer",
    owner: 'ISO-CANARY-TEXT',
    entails: ['TXT-CONCAT'],
    says: /must not stand in an answer/,
    damage: closeUp(mixInCanary),
  }),
  onFrames({
    id: 'F86',
    title: 'the ids of runs count up',
    owner: 'ISO-ENUM',
    expect: 'warn',
    says: /count up/,
    journey: goldenPath,
    users: 8,
    damage: renameRuns('gave runs ids that count up', (place) => `run-${place + 1}`),
  }),
];
