import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Fields } from '../proxy/message.ts';

/** What the stored conversations hold is another than what was delivered. `rework` gives what they hold instead. */
export function inStore(
  detail: string,
  rework: (messages: readonly Fields[]) => readonly Fields[],
): Damage {
  return (bench) => ({
    reply({ path }, body) {
      const { messages } = readFields(body);
      if (!path.endsWith('/messages') || !Array.isArray(messages)) return body;
      bench.bite(detail);
      return edit(body, { messages: rework(messages as readonly Fields[]) });
    },
  });
}
