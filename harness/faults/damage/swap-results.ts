import { editPayload, readPayload } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf, isLive } from '../proxy/message.ts';

const canary = /gpc-[\da-f]{20}/;

/** Each of two calls that the victim's run has open at a time gets the result of the other. */
export const swapResults: Damage = (bench) => {
  const given = new Map<string, string>();
  return {
    received(message, lane) {
      const { text } = message;
      const call = eventOf(message)?.call;
      if (call === undefined || lane.number !== bench.victim) return [text];
      if (isLive(message, 'tool_executing')) {
        const own = canary.exec(text)?.[0];
        if (own !== undefined) given.set(call, own);
      }
      const own = given.get(call);
      if (own === undefined || !isLive(message, 'tool_completed')) return [text];
      const [other] = [...given.values()].filter((each) => each !== own).slice(-1);
      if (other === undefined || given.size < 3) return [text];
      bench.bite('gave a call the result of another', lane);
      const { result } = readPayload(text);
      return [
        editPayload(text, {
          result: JSON.parse(JSON.stringify(result).replaceAll(own, other)) as unknown,
        }),
      ];
    },
  };
};
