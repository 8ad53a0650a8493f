import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { resume } from '../../../probe/journeys/resume.ts';
import { sameWords } from '../../../probe/journeys/same-words.ts';
import { twoTabs } from '../../../probe/journeys/two-tabs.ts';
import { watchful } from '../../../probe/journeys/watchful.ts';
import { follow } from '../../damage/message-damages.ts';
import type { DecoyRow } from '../../decoy-row.ts';
import { edit } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { eventOf } from '../../proxy/message.ts';

const details: ReadonlySet<string> = new Set(['message_delta', 'agent_thinking']);

/** The second tab sees no details. */
const terseTab: Damage = () => ({
  received(message, lane) {
    const event = eventOf(message);
    const hidden = lane.number === 1 && event !== undefined && details.has(event.kind);
    return hidden ? [] : [message.text];
  },
});

export const connectionDecoys: readonly DecoyRow[] = [
  {
    id: 'K01',
    title: 'repetitions that are declared',
    journey: resume,
    damage: follow('tool_completed', (text) => [edit(text, { replay: true })]),
  },
  {
    id: 'K07',
    title: 'a second tab that sees fewer kinds',
    journey: twoTabs,
    users: 1,
    damage: terseTab,
  },
  {
    id: 'K14',
    title: 'very slow, but alive',
    journey: watchful,
    promises: { deadlines: { pong_ms: 900 } },
    damage: () => ({}),
  },
  {
    id: 'K15',
    title: 'the same words in the prompts of two users',
    journey: sameWords,
    damage: () => ({}),
  },
  {
    id: 'K08',
    title: 'ticks and presence',
    journey: goldenPath,
    users: 2,
    damage: follow('agent_thinking', () => [
      JSON.stringify({ type: 'pong' }),
      JSON.stringify({ type: 'presence', online: 2 }),
      JSON.stringify({ type: 'tick', at: 1 }),
    ]),
  },
];
