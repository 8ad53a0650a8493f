import { keepBusy } from '../../damage/keep-busy.ts';
import { drop, on } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Profile } from '../../../targets/profile.ts';
import { inHarness } from '../sketch.ts';

const hourMs = 3_600_000;

/** A wall clock that is set back by an hour after its first readings. */
function setBack(): () => number {
  let readings = 0;
  return () => {
    readings += 1;
    return readings < 20 ? Date.now() : Date.now() - hourMs;
  };
}

const mute = (profile: Profile): Profile => ({
  ...profile,
  intents: {
    ...profile.intents,
    chat: ({ key }) => JSON.stringify({ type: 'chat_message', content: 7, idempotency_key: key }),
  },
});

const mumble = (profile: Profile): Profile => ({
  ...profile,
  intents: { ...profile.intents, phrase: () => 'mumble mumble' },
});

export const harnessFaults: readonly FaultRow[] = [
  inHarness({
    id: 'F105',
    title: 'the probe is overrun',
    owner: 'META-LAG',
    expect: 'unknown',
    says: /event loop of the probe/,
    alone: true,
    damage: on('agent_thinking', 'kept the probe busy', ({ text }) => {
      keepBusy();
      return [text];
    }),
  }),
  inHarness({
    id: 'F106',
    title: 'the wall clock is set back during the walk',
    owner: 'META-RECORDER',
    expect: 'unchanged',
    says: /./,
    wall: setBack,
    damage: on('agent_thinking', 'set the clock back', ({ text }) => [text]),
  }),
  inHarness({
    id: 'F107',
    title: 'the disk is full',
    owner: 'META-RECORDER',
    expect: 'unknown',
    says: /records were lost/,
    file: '/dev/full',
    damage: on('agent_thinking', 'wrote to a full disk', ({ text }) => [text]),
  }),
  inHarness({
    id: 'F108',
    title: 'the probe sends a message that is none',
    owner: 'META-SENT',
    expect: 'unknown',
    says: /was sent wrongly/,
    entails: ['LIFE-START'],
    profile: mute,
    promises: { deadlines: { first_event_ms: 500 } },
    neverBites: true,
    damage: () => ({}),
  }),
  inHarness({
    id: 'F109',
    title: 'a planned fault never strikes',
    owner: 'META-NOBITE',
    expect: 'unknown',
    says: /did not strike/,
    neverBites: true,
    damage: drop('agent_cancelled'),
  }),
  inHarness({
    id: 'F110',
    title: 'the scripted model does not know the script',
    owner: 'META-MODEL',
    expect: 'unknown',
    says: /the scripted model drifted/,
    entails: ['LIFE-WORK'],
    profile: mumble,
    neverBites: true,
    damage: () => ({}),
  }),
];
