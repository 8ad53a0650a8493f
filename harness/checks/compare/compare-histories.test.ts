import { describe, expect, it } from 'vitest';
import type { History } from '../../contract/history.ts';
import { drop, legalSteps, type Step } from '../testing/conversation.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { compareHistories } from './compare-histories.ts';

interface Habit {
  readonly runs?: number;
  readonly alter?: (steps: Step[], run: number) => readonly Step[];
  readonly swallows?: (run: number) => boolean;
}

function talk({
  runs = 20,
  alter = (steps) => steps,
  swallows = () => false,
}: Habit = {}): History {
  const built = new HistoryBuilder().open('a', 'ada');
  for (let run = 0; run < runs; run += 1) {
    if (swallows(run)) {
      built.act('a', 'chat', { key: `swallowed-${run}`, intent: 'echo' });
      continue;
    }
    built.chat('a', `r${run}`, { intent: 'echo' });
    for (const [kind, rest] of alter(legalSteps(`r${run}`, 'words'), run)) {
      built.say('a', `r${run}`, kind, rest);
    }
  }
  return built.end().history;
}

/** Some runs think once more after the tool, as chance has it. */
const moody =
  (every: number) =>
  (steps: Step[], run: number): readonly Step[] =>
    run % every === 0 ? steps.toSpliced(4, 0, ['agent_thinking']) : steps;

describe('old against new', () => {
  it('is equal where nothing changed', () => {
    expect(compareHistories(talk(), talk(), talk()).verdict).toBe('pass');
  });

  it('differs where an event is lost in every run', () => {
    const comparison = compareHistories(talk(), talk(), talk({ alter: drop('tool_completed') }));
    expect(comparison.verdict).toBe('fail');
    const [worst] = comparison.differences;
    expect(worst).toMatchObject({ old: 1, new: 0 });
    expect(comparison.differences.map(({ trait }) => trait)).toContain(
      'echo: shows tool_completed',
    );
  });

  it.each<[title: string, alter: Habit['alter'], first: string]>([
    ['an event that is lost', drop('agent_thinking'), 'echo: shows agent_thinking'],
    [
      'an event that is new',
      (steps) => steps.toSpliced(2, 0, ['progress_update']),
      'echo: shows progress_update',
    ],
    [
      'a tool that fails, and the run with it',
      (steps) => [
        ...steps.slice(0, 3),
        ['tool_completed', { call: steps[2]?.[1]?.call ?? '', tool: 'echo', outcome: 'failed' }],
        ['agent_error', { outcome: 'failed' }],
      ],
      'echo: tool echo ends as completed',
    ],
  ])('tells %s before what follows from it', (_title, alter, first) => {
    const { differences } = compareHistories(
      talk(),
      talk(),
      talk(alter === undefined ? {} : { alter }),
    );
    expect(differences[0]?.trait).toBe(first);
    expect(differences.length).toBeGreaterThan(2);
  });

  it('differs where messages are swallowed, however sound the other runs are', () => {
    const forgetful = talk({ swallows: (run) => run % 2 === 0 });
    const { differences } = compareHistories(talk(), talk(), forgetful);
    expect(differences).toContainEqual({
      trait: 'echo: begins no run',
      old: 0,
      again: 0,
      new: 0.5,
    });
    expect(compareHistories(forgetful, forgetful, talk()).verdict).toBe('fail');
  });

  it('differs where a tool ends in another way', () => {
    const failing = talk({
      alter: (steps) =>
        steps.map(([kind, rest]) => [
          kind,
          kind === 'tool_completed' ? { ...rest, outcome: 'failed' } : (rest ?? {}),
        ]),
    });
    const { differences } = compareHistories(talk(), talk(), failing);
    expect(differences.map(({ trait }) => trait)).toContain('echo: tool echo ends as failed');
  });

  it('takes what differs between old and old for noise', () => {
    const comparison = compareHistories(
      talk({ alter: moody(4) }),
      talk({ alter: moody(2) }),
      talk({ alter: moody(3) }),
    );
    expect(comparison.noise.traits).toBeGreaterThan(0);
    expect(comparison.verdict).toBe('pass');
  });

  it('does not take a new number of runs for a difference', () => {
    expect(compareHistories(talk(), talk({ runs: 5 }), talk({ runs: 50 })).verdict).toBe('pass');
  });

  it.each([
    ['too few runs', talk({ runs: 2 })],
    ['no run at all', new HistoryBuilder().end().history],
  ])('is unknown for %s', (_title, history) => {
    expect(compareHistories(history, history, history).verdict).toBe('unknown');
  });
});
