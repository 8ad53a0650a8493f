import { edit, editPayload, readFields, readPayload } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** In all tool events of the victim, the names of the tool and of its agent have changed places. */
export const swapNames: Damage = (bench) => ({
  received(message, lane) {
    const meant = isLive(message, 'tool_executing', 'tool_completed');
    if (!meant || lane.number !== bench.victim) return [message.text];
    bench.bite('swapped the names of tool and agent', lane);
    const { agent_name: agent } = readFields(message.text);
    const { tool_name: tool } = readPayload(message.text);
    return [edit(editPayload(message.text, { tool_name: agent }), { agent_name: tool })];
  },
});
