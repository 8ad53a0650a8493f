import { editPayload, readPayload } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { isLive } from '../proxy/message.ts';

const canary = /gpc-[0-9a-f]{20}/;

/** A secret of another user is spread over two pieces of the victim's answer, so that no single frame holds it. */
export const mixInCanary: Damage = (bench) => {
  const secrets = new Map<Lane, string>();
  let done = false;
  return {
    sent(text, lane) {
      const secret = canary.exec(text)?.[0];
      if (secret !== undefined) secrets.set(lane, secret);
      return [text];
    },
    received(message, lane) {
      const [secret] = [...secrets].flatMap(([owner, each]) => (owner === lane ? [] : [each]));
      const meant = lane.number === bench.victim && isLive(message, 'message_delta');
      if (done || !meant || secret === undefined) return [message.text];
      done = true;
      bench.bite("mixed another user's secret into an answer", lane);
      const { text, offset } = readPayload(message.text);
      const said = String(text) + secret.slice(0, 12);
      return [
        editPayload(message.text, { text: said }),
        editPayload(message.text, { text: secret.slice(12), offset: Number(offset) + said.length }),
      ];
    },
  };
};
