import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable } from './check-table.ts';
import { createJudge } from './judge/judge.ts';
import { judgeHistory } from './judge/judge-history.ts';
import { allDamages } from './testing/all-damages.ts';
import { change, drop, insertAfter, repeat, swap } from './testing/conversation.ts';
import { interleave } from './testing/interleave.ts';
import { legalPlans, playPlan, type Alter, type LegalPlan } from './testing/legal-history.ts';

const settings = { numRuns: 150, seed: 20_260_101 };

function alarms(plan: LegalPlan, alter?: Alter): string[] {
  const results = judgeHistory(playPlan(plan, alter).history);
  return results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
}

it('a legal history is always green', () => {
  fc.assert(
    fc.property(legalPlans, (plan) => {
      expect(alarms(plan)).toEqual([]);
    }),
    settings,
  );
});

const tool = { call: 'extra', tool: 'extra-tool' };
const withTool: Alter = insertAfter(
  'agent_started',
  ['agent_thinking'],
  ['tool_executing', tool],
  ['tool_completed', { ...tool, outcome: 'completed' }],
);

describe('each damage to a legal history is caught by its owner', () => {
  it.each<[owner: string, title: string, alter: Alter]>([
    ['LIFE-START', 'the start is missing', drop('agent_started')],
    ['LIFE-START-ONCE', 'the start comes twice', repeat('agent_started')],
    ['LIFE-THINK', 'no thought', drop('agent_thinking')],
    ['LIFE-TERM-ONCE', 'the terminal comes twice', repeat('agent_completed')],
    [
      'LIFE-TERM-CONFLICT',
      'an error after success',
      insertAfter('agent_completed', ['agent_error', { outcome: 'failed' }]),
    ],
    ['LIFE-AFTER', 'a thought after the end', insertAfter('agent_completed', ['agent_thinking'])],
    [
      'PAIR-OPEN',
      'a tool never completes',
      (steps) =>
        withTool(steps).filter(
          ([kind, rest]) => kind !== 'tool_completed' || rest?.call !== 'extra',
        ),
    ],
    [
      'PAIR-ORPHAN',
      'a tool is never announced',
      (steps) =>
        withTool(steps).filter(
          ([kind, rest]) => kind !== 'tool_executing' || rest?.call !== 'extra',
        ),
    ],
    [
      'PAIR-GHOST',
      'a call that never was completes',
      (steps) =>
        insertAfter('agent_started', ...withTool([['agent_started']]).slice(1), [
          'tool_completed',
          { ...tool, call: 'ghost', outcome: 'completed' },
        ])(steps),
    ],
    [
      'ONCE-TOOL',
      'a tool completes twice',
      (steps) =>
        insertAfter('agent_started', ...withTool([['agent_started']]).slice(1), [
          'tool_completed',
          { ...tool, outcome: 'completed' },
        ])(steps),
    ],
    ['ORD-PO', 'start and thought change places', swap('agent_started', 'agent_thinking')],
    [
      'SCH-SWAP',
      'tool and agent change places',
      (steps) => change('tool_executing', { tool: 'assistant' })([...withTool(steps)]),
    ],
    [
      'ISO-RUNMIX',
      'an event names another thread',
      change('agent_thinking', { thread: 'elsewhere' }),
    ],
    [
      'TXT-CONCAT',
      'the answer is another text',
      (steps) =>
        change('agent_completed', { text: 'no' })(
          insertAfter('agent_started', ['message_delta', { message: 'm', offset: 0, text: 'yes' }])(
            steps,
          ),
        ),
    ],
  ])('%s: %s', (owner, _title, alter) => {
    fc.assert(
      fc.property(legalPlans, (plan) => {
        expect(alarms(plan, alter)).toContain(owner);
      }),
      { ...settings, numRuns: 40 },
    );
  });
});

it('what is lost on the way leaves a gap, wherever it was', () => {
  fc.assert(
    fc.property(legalPlans, fc.nat(), (plan, choice) => {
      const lose: Alter = (steps) => {
        const lost = choice % (steps.length - 1);
        return steps
          .map(([kind, rest], index): (typeof steps)[number] => [kind, { ...rest, seq: index + 1 }])
          .toSpliced(lost, 1);
      };
      expect(alarms(plan, lose)).toContain('ORD-SEQ-GAP');
    }),
    settings,
  );
});

/** What others do at the same time weighs in here, and rightly so. */
const outvoted: ReadonlySet<string> = new Set([
  // One late run among many stays within the percentile.
  'LAT-FIRST',
  'LAT-STEP',
  'LAT-RUN',
  'LAT-KIND',
  'LAT-FRAME',
  'LAT-THROUGHPUT',
  // Ids that count up among ids that do not.
  'ISO-ENUM',
  // A target that answers somebody is not dead.
  'TRUTH-HEALTH',
]);
/** While others wait for a run, one that nobody here asked for may be theirs. */
const ambiguous: ReadonlySet<string> = new Set(['F92']);
const loud = allDamages.filter(
  ({ expect: wanted, owner, fault }) =>
    wanted === undefined && !outvoted.has(owner) && !ambiguous.has(fault),
);

describe('a damage is caught by its owner whatever legal things happen around it', () => {
  it('there is one of every family', () => {
    const families = new Set(checkTable.map(({ id }) => id.split('-')[0]));
    const covered = new Set(loud.map(({ owner }) => owner.split('-')[0]));
    // These only ever doubt, or measure.
    for (const family of ['META', 'LAT']) families.delete(family);
    expect([...families].filter((family) => !covered.has(family))).toEqual([]);
  });

  it.each(loud)('$fault, $title: $owner', ({ owner, build }) => {
    const checks = checkTable.filter(({ id }) => id === owner);
    const damaged = build().history;
    fc.assert(
      fc.property(legalPlans, fc.nat(400), (plan, delayMs) => {
        const history = interleave(damaged, playPlan(plan).history, delayMs);
        const judge = createJudge(history.header.promises, { checks });
        for (const record of history.records) judge.step(record);
        expect(judge.end()[0]?.verdict).toBe('fail');
      }),
      { ...settings, numRuns: 4 },
    );
  });
});
