import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';
import { isReturn } from './on-return.ts';

/** No event of a run arrives before the drop, and after it all but those of its tools. */
export const loseToolsOnReturn: Damage = (bench) => ({
  received(message, lane) {
    const event = eventOf(message);
    if (event?.seq === undefined) return [message.text];
    if (!isReturn(lane, bench)) return [];
    if (event.kind !== 'tool_executing' && event.kind !== 'tool_completed') return [message.text];
    bench.bite('lost the tools of a resumed run', lane);
    return [];
  },
});
