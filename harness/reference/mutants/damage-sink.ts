import type { EventSink } from '../dispatcher/parts.ts';
import type { Mutant } from './seams.ts';

/** Damages what a run says before it is numbered. `wrap` is called once per run. */
export function damageSink(
  sentence: string,
  wrap: (publish: EventSink['publish']) => EventSink['publish'],
): Mutant {
  return {
    sentence,
    damage: (seams) => ({
      ...seams,
      openSink: (sink, context) => {
        const inner = seams.openSink(sink, context);
        return { publish: wrap((draft) => inner.publish(draft)) };
      },
    }),
  };
}
