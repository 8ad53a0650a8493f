import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';

/**
 * The *unsent* form of a damage: numbers are given again after it, run by run, as a target would have numbered that
 * never made the lost event, or made the extra one itself.
 */
export function closeUp(damage: Damage): Damage {
  return (bench) => {
    const inner = damage(bench);
    const last = new Map<string, number>();
    return {
      ...inner,
      async received(message, lane) {
        const passed = (await inner.received?.(message, lane)) ?? [message.text];
        return passed.map((text) => {
          const { seq, run_id: run, replay } = readFields(text);
          if (typeof seq !== 'number' || replay === true) return text;
          const line = `${lane.number} ${String(run)}`;
          const next = (last.get(line) ?? 0) + 1;
          last.set(line, next);
          return edit(text, { seq: next });
        });
      },
    };
  };
}
