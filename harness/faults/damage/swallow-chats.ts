import { readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';

/** The victim's messages from the `from`th on, or everybody's where `all`, never reach anybody who could answer. */
export function swallowChats({
  from = 1,
  all = false,
}: { readonly from?: number; readonly all?: boolean } = {}): Damage {
  return (bench) => {
    const chats = new Map<number, number>();
    return {
      sent(text, lane) {
        const meant = all || lane.number === bench.victim;
        if (!meant || readFields(text)['type'] !== 'chat_message') return [text];
        const count = (chats.get(lane.number) ?? 0) + 1;
        chats.set(lane.number, count);
        if (count < from) return [text];
        bench.bite('swallowed a message', lane);
        return [];
      },
    };
  };
}
