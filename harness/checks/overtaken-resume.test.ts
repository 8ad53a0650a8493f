import { expect, it } from 'vitest';
import { judgeHistory } from './judge/judge-history.ts';
import { adasCanary, greet, legalSteps } from './testing/conversation.ts';
import { HistoryBuilder } from './testing/history-builder.ts';

/** A drop after `seen` events; on the new connection the events from `live` on arrive before the replay of the rest. */
function overtake(seen: number, live: number): HistoryBuilder {
  const built = new HistoryBuilder();
  const steps = legalSteps('r1', adasCanary);
  const say = (place: number, replay: boolean): void => {
    const [kind, rest] = steps[place] ?? ['unknown'];
    const marked = replay ? { replay } : {};
    built.say('a', 'r1', kind, { ...rest, seq: place + 1, id: `r1-${place}`, ...marked });
  };
  const places = steps.map((_, place) => place);
  greet(built, 'a', 'ada');
  built.plant('ada', adasCanary).chat('a', 'r1');
  for (const place of places.slice(0, seen)) say(place, false);
  built.act('a', 'drop').close('a', { cause: 'probe' });
  greet(built, 'a', 'ada');
  for (const place of places.slice(live)) say(place, false);
  built.act('a', 'resume', { run: 'r1' });
  for (const place of places.slice(seen)) say(place, true);
  return built.event('a', { kind: 'resume_completed', run: 'r1' }).end();
}

it.each([
  [3, 4],
  [2, 4],
  [1, 3],
  [4, 5],
  [4, 6],
])('live events may overtake a resume: %i seen, live again from %i', (seen, live) => {
  const alarms = judgeHistory(overtake(seen, live).history).filter(
    ({ verdict }) => verdict === 'fail',
  );
  expect(alarms.map(({ id }) => id)).toEqual([]);
});
