import { converse } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

export const pressureDamages: readonly Damage[] = [
  {
    fault: 'F53',
    title: 'a burst loses some of its events',
    owner: 'BP-BURST',
    entails: ['ORD-SEQ-GAP', 'LAT-RUN'],
    build: () => converse({ after: burst }),
  },
  {
    fault: 'F104',
    title: 'a client that stopped reading stays connected',
    owner: 'BP-SLOW-CONSUMER',
    build: () => converse({ after: (built) => built.act('b', 'stop-reading').wait(5_000) }),
  },
  {
    fault: 'F104',
    title: 'a client that stopped reading is closed as if all were well',
    owner: 'BP-SLOW-CONSUMER',
    build: () =>
      converse({ after: (built) => built.act('b', 'stop-reading').close('b', { code: 1000 }) }),
  },
];

/** Two thousand events in less than a second, three of them lost. */
function burst(built: HistoryBuilder): void {
  built.chat('a', 'r3').say('a', 'r3', 'agent_started').say('a', 'r3', 'agent_thinking');
  for (let seq = 3; seq < 2_000; seq += 1) {
    if (seq % 700 !== 0) built.wait(-9.7).say('a', 'r3', 'progress_update', { seq });
  }
  built.say('a', 'r3', 'agent_completed', { seq: 2_001 });
}
