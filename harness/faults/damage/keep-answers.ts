import { editPayload, readPayload } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** What was answered first is answered again: `instead` of each later answer of the connection, or before it. */
export function keepAnswers({ instead }: { readonly instead: boolean }): Damage {
  return (bench) => {
    const firstOn = new Map<number, string>();
    return {
      received(message, lane) {
        if (!isLive(message, 'agent_completed')) return [message.text];
        const answer = String(readPayload(message.text)['result']);
        const first = firstOn.get(lane.number);
        firstOn.set(lane.number, first ?? answer);
        if (first === undefined || lane.number !== bench.victim) return [message.text];
        bench.bite('answered with an earlier answer', lane);
        return [editPayload(message.text, { result: instead ? first : `${first} ${answer}` })];
      },
    };
  };
}
