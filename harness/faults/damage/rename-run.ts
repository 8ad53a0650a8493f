import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

function translate(text: string, pairs: Iterable<readonly [string, string]>): string {
  let translated = text;
  for (const [from, to] of pairs) translated = translated.replaceAll(from, to);
  return translated;
}

/** Every run goes by another id on its way to the probe; what the probe says of it is translated back. */
export function renameRuns(detail: string, name: (place: number, run: string) => string): Damage {
  return (bench) => {
    const names = new Map<string, string>();
    return {
      received(message, lane) {
        for (const { kind, run } of message.events) {
          if (kind !== 'message_accepted' || run === undefined || names.has(run)) continue;
          names.set(run, name(names.size, run));
        }
        if (isLive(message, 'agent_started')) bench.bite(detail, lane);
        return [translate(message.text, names)];
      },
      sent: (text) => [
        translate(
          text,
          [...names].map(([run, alias]) => [alias, run] as const),
        ),
      ],
    };
  };
}
