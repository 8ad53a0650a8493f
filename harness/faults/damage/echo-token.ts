import { asKind } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { isLive } from '../proxy/message.ts';

/** The token that opened the victim's connection comes back in a progress report. */
export const echoToken: Damage = (bench) => {
  const tokens = new Map<Lane, string>();
  let done = false;
  return {
    upgrade(lane, head) {
      const token = /bearer\.([\w.-]+)/.exec(head)?.[1];
      if (token !== undefined) tokens.set(lane, token);
      return undefined;
    },
    received(message, lane) {
      const token = tokens.get(lane);
      const meant = lane.number === bench.victim && isLive(message, 'agent_thinking');
      if (done || !meant || token === undefined) return [message.text];
      done = true;
      bench.bite('echoed a token', lane);
      return [message.text, asKind(message.text, 'progress_update', { status: 'debug', token })];
    },
  };
};
