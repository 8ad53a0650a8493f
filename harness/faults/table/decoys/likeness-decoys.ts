import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { closeUp } from '../../damage/close-up.ts';
import { follow } from '../../damage/message-damages.ts';
import type { DecoyRow } from '../../decoy-row.ts';
import { edit, editPayload, readFields, readPayload } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { isLive } from '../../proxy/message.ts';

const journey = goldenPath;
const users = 2;

/** A ping comes back as it was sent, beside its answer. */
const returnPings: Damage = () => ({
  sent(text, lane) {
    if (readFields(text)['type'] === 'ping') lane.say(text);
    return [text];
  },
});

/** Tools are named after the agent that has them. */
const prefixTools: Damage = () => ({
  received({ text, ...message }) {
    if (!isLive({ text, ...message }, 'tool_executing', 'tool_completed')) return [text];
    const name = `${String(readFields(text)['agent_name'])}.${String(readPayload(text)['tool_name'])}`;
    return [editPayload(text, { tool_name: name })];
  },
});

/** Every other event has a field more. */
const sometimesMore: Damage = () => {
  let passed = 0;
  return {
    received({ text }) {
      passed += 1;
      return [passed % 2 === 0 ? edit(text, { region: 'eu' }) : text];
    },
  };
};

/** Each greeting lists the same features in another order. */
const shuffledFeatures: Damage = () => {
  let greeted = 0;
  return {
    received({ text, ...message }) {
      if (!isLive({ text, ...message }, 'connection_established')) return [text];
      const { features } = readFields(text);
      greeted += 1;
      if (greeted % 2 === 0 || !Array.isArray(features)) return [text];
      return [edit(text, { features: features.toReversed() })];
    },
  };
};

export const likenessDecoys: readonly DecoyRow[] = [
  {
    id: 'K21',
    title: 'a ping that comes back as it was sent',
    journey,
    users,
    damage: returnPings,
  },
  { id: 'K22', title: 'tools named after their agent', journey, users, damage: prefixTools },
  {
    id: 'K23',
    title: 'the same thought twice, as two events',
    journey,
    users,
    damage: closeUp(
      follow('agent_thinking', (text) => [
        edit(text, { event_id: `${String(readFields(text)['event_id'])}-again` }),
      ]),
    ),
  },
  {
    id: 'K24',
    title: 'a field that is only sometimes there',
    journey,
    users,
    damage: sometimesMore,
  },
  {
    id: 'K25',
    title: 'the same features in another order',
    journey,
    users,
    damage: shuffledFeatures,
  },
  {
    id: 'K26',
    title: 'frames around calls that run side by side',
    journey,
    users: 8,
    promises: {
      envelopes: [{ begins: 'tool_executing', within: [], ends: 'tool_completed', by: 'call' }],
    },
    damage: () => ({}),
  },
];
