import type { EventDraft } from '../dispatcher/parts.ts';
import { damageSink } from './damage-sink.ts';

export const swapOrder = damageSink(
  'A tool is reported complete before it is reported executing.',
  (publish) => {
    const held = new Map<string, EventDraft>();
    return async (draft) => {
      if (draft.type === 'tool_executing') {
        held.set(draft.payload.tool_call_id, draft);
        return { seq: 0, connections: 1 };
      }
      const delivery = await publish(draft);
      const late = draft.type === 'tool_completed' && held.get(draft.payload.tool_call_id);
      return late ? publish(late) : delivery;
    };
  },
);
