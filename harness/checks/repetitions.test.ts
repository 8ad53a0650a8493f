import { describe, expect, it } from 'vitest';
import type { CanonicalEvent } from '../contract/canonical-event.ts';
import type { Promises } from '../contract/promises.ts';
import { judgeHistory } from './judge/judge-history.ts';
import { adasCanary, greet, legalSteps } from './testing/conversation.ts';
import { HistoryBuilder } from './testing/history-builder.ts';

/** How a target tells its events apart: the fields of the event at `place`, when it is the `nth` that it sends. */
interface Naming {
  readonly title: string;
  readonly promises?: Partial<Promises>;
  readonly name: (place: number, nth: number) => Partial<CanonicalEvent>;
}

const perConnection: Promises['sequence'] = {
  scope: 'connection',
  density: 'monotonic',
  resets_on: 'epoch',
};

const namings: readonly Naming[] = [
  { title: 'numbers of the run', name: (place) => ({ seq: place + 1, id: `e${place}` }) },
  {
    title: 'numbers of the connection that begin again, and ids',
    promises: { sequence: perConnection },
    name: (place, nth) => ({ seq: nth, id: `e${place}` }),
  },
  {
    title: 'numbers of the connection that begin again',
    promises: { sequence: perConnection },
    name: (_, nth) => ({ seq: nth, id: undefined }),
  },
  {
    title: 'ids',
    promises: { sequence: undefined },
    name: (place) => ({ seq: undefined, id: `e${place}` }),
  },
  {
    title: 'nothing but calls and offsets',
    promises: { sequence: undefined },
    name: () => ({ seq: undefined, id: undefined }),
  },
];

/** A client sees the first `seen` events, drops, and gets the run again from event `from` on. */
function comeBack({ promises, name }: Naming, seen: number, from: number, marked: boolean) {
  const built = new HistoryBuilder(promises);
  const steps = legalSteps('r1', adasCanary);
  let nth = 0;
  const say = (place: number, again: boolean): void => {
    const [kind, rest] = steps[place] ?? ['unknown'];
    nth += 1;
    const mark = again && marked ? { replay: true } : {};
    built.say('a', 'r1', kind, { ...rest, ...name(place, nth), ...mark });
  };
  greet(built, 'a', 'ada');
  built.plant('ada', adasCanary).chat('a', 'r1');
  for (let place = 0; place < seen; place += 1) say(place, false);
  built.act('a', 'drop').close('a', { cause: 'probe' });
  greet(built, 'a', 'ada');
  nth = 0;
  built.act('a', 'resume', { run: 'r1' });
  for (let place = from; place < steps.length; place += 1) say(place, place < seen);
  return built.event('a', { kind: 'resume_completed', run: 'r1' }).end().history;
}

function alarmsOf(history: HistoryBuilder['history']): string[] {
  return judgeHistory(history)
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ id }) => id);
}

describe.each(namings)('events told apart by $title', (naming) => {
  it.each([2, 3, 4, 7])('may come again when they are marked, %i of them', (seen) => {
    expect(alarmsOf(comeBack(naming, seen, 0, true))).toEqual([]);
  });

  it('may not come again unmarked', () => {
    expect(alarmsOf(comeBack(naming, 4, 0, false))).not.toEqual([]);
  });
});

describe('a thought that comes twice', () => {
  const twice = (first: Partial<CanonicalEvent>, second: Partial<CanonicalEvent>): string[] => {
    const built = new HistoryBuilder();
    greet(built, 'a', 'ada');
    built.plant('ada', adasCanary).chat('a', 'r1');
    for (const [kind, rest] of legalSteps('r1', adasCanary)) {
      built.say('a', 'r1', kind, kind === 'agent_thinking' ? { ...rest, ...first } : rest);
      if (kind === 'agent_thinking') built.say('a', 'r1', kind, { ...rest, ...second });
    }
    return alarmsOf(built.end().history);
  };

  it('under one id is one thought, whatever its number', () => {
    expect(twice({ id: 'e' }, { id: 'e' })).toEqual(['ONCE-EVENT']);
  });

  it('under another id is another thought', () => {
    expect(twice({ id: 'e' }, { id: 'f' })).toEqual([]);
  });

  it('under one id with other words is none that was sent twice', () => {
    expect(twice({ id: 'e' }, { id: 'e', text: 'on second thought' })).toEqual([]);
  });

  it('may say so', () => {
    expect(twice({ id: 'e' }, { id: 'e', replay: true })).toEqual([]);
  });

  it('is known by its id as long as not too many others came between', () => {
    const built = new HistoryBuilder();
    greet(built, 'a', 'ada');
    built.chat('a', 'r1').say('a', 'r1', 'agent_started');
    const think = (id: string): unknown => built.say('a', 'r1', 'agent_thinking', { id });
    for (let thought = 0; thought < 4_200; thought += 1) think(`e${thought}`);
    const before = built.records.length;
    for (const id of ['e0', 'e200']) think(id);
    const result = judgeHistory(built.end('aborted').history).find(({ id }) => id === 'ONCE-EVENT');
    expect(result?.witnesses.map(({ records }) => records.at(-1))).toEqual([before + 1]);
  });
});
