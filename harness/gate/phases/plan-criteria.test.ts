import { expect, test } from 'vitest';
import { GateSettingsSchema } from '../../contract/gate-settings.ts';
import { planCriteria, recordCriteria } from './plan-criteria.ts';

function plan(criteria: object, more: object = {}) {
  return planCriteria(GateSettingsSchema.parse({ criteria, ...more }));
}

test('a limit may be tightened without a word', () => {
  const { problems, criteria } = plan({ isolation: { limits: { users: 16 } } });
  expect(problems).toEqual([]);
  expect(criteria.find(({ criterion }) => criterion.id === 'isolation')?.limits).toEqual({
    users: 16,
  });
});

test.each([
  ['a lower limit', { isolation: { limits: { users: 2 } } }, 'users 2 instead of 8: say why'],
  ['a later phase', { 'one-factory': { phase: 4 } }, 'phase 4 instead of 2: say why'],
  ['a criterion left out', { 'rollback-drill': { off: true } }, 'is left out: say why'],
])('%s without a reason is wrong configuration', (_title, criteria, sentence) => {
  expect(plan(criteria).problems.join()).toContain(sentence);
});

test('what gets looser with a reason is told on every screen', () => {
  const reason = 'the beta has four test users only';
  const { problems, loosened } = plan({ isolation: { limits: { users: 4 }, reason } });
  expect(problems).toEqual([]);
  expect(loosened.join()).toContain(reason);
});

test('a misspelt criterion is named, with what was meant', () => {
  expect(plan({ isolaton: { phase: 1 } }).problems.join()).toContain('did you mean "isolation"?');
});

test('a limit that does not exist is named, with those that do', () => {
  const [problem] = plan({ isolation: { limits: { people: 9 } } }).problems;
  expect(problem).toContain('no limit "people" (it has users)');
});

test('a criterion of the project begins in the phase it says', () => {
  const own = { 'first-event': { rests_on: ['LAT-FIRST'], phase: 2, title: 'quick' } };
  const found = plan(own).criteria.find(({ criterion }) => criterion.id === 'first-event');
  expect(found).toMatchObject({ phase: 2, criterion: { needs: ['mission-critical'] } });
  expect(plan({ 'first-event': { rests_on: ['LAT-FIRST'] } }).problems.join()).toContain('phase');
});

test('what was recorded may not slip without a reason, and may with one', () => {
  const strict = recordCriteria(plan({ isolation: { limits: { users: 16 } } }));
  const now = GateSettingsSchema.parse({});
  expect(planCriteria(now, strict).slipped).toEqual(['isolation has users 8, it was 16']);
  const told = GateSettingsSchema.parse({
    criteria: { isolation: { reason: 'sixteen was more than staging has' } },
  });
  expect(planCriteria(told, strict).slipped).toEqual([]);
});

test('a recorded criterion of the project may not vanish', () => {
  const before = recordCriteria(plan({ own: { rests_on: ['LAT-RUN'], phase: 1 } }));
  expect(planCriteria(GateSettingsSchema.parse({}), before).slipped).toEqual(['own is gone']);
});
