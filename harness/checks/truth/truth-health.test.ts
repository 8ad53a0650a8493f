import { expect, it } from 'vitest';
import { HistoryBuilder, strictPromises } from '../testing/history-builder.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { truthHealth } from './truth-health.ts';

const { first_event_ms: toAnswer } = strictPromises.deadlines;

/** Ada is not answered, and the probe was late for as long as she waited. */
function inVain(before: (built: HistoryBuilder) => HistoryBuilder) {
  const built = before(new HistoryBuilder().open('a', 'ada').open('b', 'bob'));
  built.act('a', 'chat').wait(toAnswer).add({ type: 'harness', notice: 'lag', ms: toAnswer });
  return judgeOne(truthHealth, built.end());
}

const claim = (built: HistoryBuilder): HistoryBuilder => {
  const request = { method: 'GET', path: '/readyz', status: 200, duration_ms: 1, body: '' };
  return built.add({ type: 'http', user: 'ada', ...request, purpose: 'health' });
};

it('doubts a claim of health where the only wait was the probe’s own', () => {
  const { verdict, reason } = inVain(claim);
  expect(verdict).toBe('unknown');
  expect(reason).toContain('event loop of the probe');
});

it('is settled by one answer, whatever the probe was late for', () => {
  const { verdict } = inVain((built) =>
    claim(built).chat('b', 'r2').say('b', 'r2', 'agent_started').say('b', 'r2', 'agent_completed'),
  );
  expect(verdict).toBe('pass');
});

it('is not exercised where nothing claims to be healthy', () => {
  expect(inVain((built) => built)).toMatchObject({ verdict: 'unknown', cause: 'never-exercised' });
});
