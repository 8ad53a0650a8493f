import { expect, test } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import type { Night } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';
import { judgeNight } from './night.ts';

function judge(part: Night['parts'][number], measurements: Partial<Measurement>[]) {
  const night = { parts: [part] } as unknown as Night;
  const [criterion] = judgeNight({ night, measurements } as unknown as Result);
  return criterion;
}

const measured = { id: 'soak.run.p95', n: 9 };

test('a part that was carried out rests on what it measured', () => {
  expect(judge({ name: 'soak' }, [measured])).toMatchObject({
    id: 'night:soak',
    required: true,
    verdict: 'pass',
    rests_on: ['soak.run.p95'],
  });
});

test('a part that a limit cut short is unknown, and says why, whatever it measured', () => {
  const why = 'the 500 runs of --max-runs are spent';
  expect(judge({ name: 'soak', why }, [measured])).toMatchObject({
    verdict: 'unknown',
    reason: why,
  });
});

test('a part that measured nothing is unknown, and numbers of others do not help it', () => {
  expect(judge({ name: 'soak' }, [{ id: 'load.run.p95', n: 9 }])?.verdict).toBe('unknown');
});

test('what the target does not promise is not applicable', () => {
  const none = { id: 'reconnect.failed', n: 0, reason: 'the target does not promise to resume' };
  expect(judge({ name: 'reconnect' }, [none])).toMatchObject({
    verdict: 'not-applicable',
    reason: none.reason,
  });
});

test('any other run has none of these', () => {
  expect(judgeNight({ measurements: [] } as unknown as Result)).toEqual([]);
});
