import { expect, test } from 'vitest';
import { ConfigSchema } from './config.ts';
import { describeIssues } from './describe-issues.ts';

function problemsOf(config: unknown): string[] {
  const parsed = ConfigSchema.safeParse(config);
  return parsed.success ? [] : describeIssues(ConfigSchema, parsed.error);
}

test('an empty config is a config', () => {
  expect(ConfigSchema.parse({})).toMatchObject({ target: 'reference', targets: {} });
});

test('a misspelt key is refused, and the right one suggested', () => {
  expect(problemsOf({ taget: 'staging' })).toEqual([
    'top level: "taget" is not a known key (did you mean "target"?)',
  ]);
});

test('a misspelt key deep inside is named with its place', () => {
  const config = { targets: { staging: { url: 'https://a.example', user: [] } } };
  expect(problemsOf(config)).toEqual([
    'targets.staging: "user" is not a known key (did you mean "users"?)',
  ]);
});

test('a budget that is not a duration says how to write one', () => {
  const [problem] = problemsOf({ budgets: { run: { p95: '5 parsecs' } } });
  expect(problem).toContain('budgets.run.p95');
  expect(problem).toContain('write "500 ms"');
});

test.each([
  [{ run: { p95: '0 ms' } }, 'budgets.run.p95'],
  [{ firstEvent: { p50: '0.0 s' } }, 'budgets.firstEvent.p50'],
  [{ memoryPerSession: '0 KB' }, 'budgets.memoryPerSession'],
])('a budget that nothing can keep is refused: %j', (budgets, place) => {
  expect(problemsOf({ budgets })).toEqual([
    `${place}: a budget of zero can never be kept: write more, or leave it out`,
  ]);
});

test('growth may be held to none at all', () => {
  expect(problemsOf({ budgets: { growthPer1000Requests: '0 B' } })).toEqual([]);
});

test('durations are read into milliseconds', () => {
  const { budgets } = ConfigSchema.parse({ budgets: { run: { p50: '1.5 s', p95: '2 min' } } });
  expect(budgets.run).toEqual({ p50: 1500, p95: 120_000 });
});
