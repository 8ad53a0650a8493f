import type { EventKind } from '../../harness/contract/event-kind.ts';
import type { Damage } from '../../harness/faults/proxy/interference.ts';
import type { Message } from '../../harness/faults/proxy/message.ts';
import type { Lane } from '../../harness/faults/proxy/lane.ts';

/**
 * Tells whether a connection is one on which somebody came back for a run: no target says so in the same words, but
 * all of them go on with a run that another connection has seen.
 */
function watchReturns(): (message: Message, lane: Lane) => boolean {
  const firstSeenOn = new Map<string, number>();
  return ({ events }, { number }) => {
    const [run] = events.flatMap((event) => event.run ?? []);
    if (run === undefined) return false;
    const first = firstSeenOn.get(run) ?? number;
    firstSeenOn.set(run, first);
    return first < number;
  };
}

/** The first message of this kind that comes to whoever came back is lost, and lost again whenever it is asked for. */
export function loseOnReturn(kind: EventKind): Damage {
  return (bench) => {
    const isReturn = watchReturns();
    let lost: string | undefined;
    return {
      received(message, lane) {
        const returned = isReturn(message, lane);
        const struck = message.events.find((event) => event.kind === kind);
        if (!returned || struck === undefined) return [message.text];
        // Not by its text: a server may write the same event in another way when it is asked again.
        const name = JSON.stringify([struck.run, struck.call]);
        if (lost !== undefined) return name === lost ? [] : [message.text];
        lost = name;
        bench.bite(`lost ${kind} on the way to whoever came back`, lane);
        return [];
      },
    };
  };
}

/** Whoever comes back gets the latest message of this kind that they saw before once more, as if it were new. */
export function repeatOnReturn(kind: EventKind): Damage {
  return (bench) => {
    const isReturn = watchReturns();
    const seen = new Map<string, string>();
    let done = false;
    return {
      received(message, lane) {
        const [run = ''] = message.events.flatMap((event) => event.run ?? []);
        const returned = isReturn(message, lane);
        if (!returned && message.events.some((event) => event.kind === kind)) {
          seen.set(run, message.text);
        }
        const before = seen.get(run);
        if (done || !returned || before === undefined) return [message.text];
        done = true;
        bench.bite(`repeated ${kind} to whoever came back`, lane);
        return [before, message.text];
      },
    };
  };
}
