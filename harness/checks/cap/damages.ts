import { converse } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';

export const capabilityDamages: readonly Damage[] = [
  {
    fault: 'F63',
    title: 'pings are never answered',
    owner: 'CAP-HEARTBEAT',
    build: () =>
      converse({
        after: (built) =>
          built
            .add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' })
            .frame('a', '{"type":"tick"}')
            .wait(2_000)
            .close('a', { cause: 'silence' }),
      }),
  },
  {
    fault: 'D37',
    title: 'old code answers one of the connections',
    owner: 'CAP-VERSION',
    build: () =>
      converse({
        after: (built) =>
          built.open('c', 'cleo').event('c', { kind: 'connection_established', build: 'build-0' }),
      }),
  },
];
