import type { PageObservation } from 'golden-path';
import type { TestInfo } from 'playwright/test';
import { expect, test } from 'vitest';
import { tell } from './tell.ts';

const meaning = {
  covers: ['E27'],
  value: { segment: 'everyone', goal: 'read the answer', impact: 'it is missing' },
};

/** What a visit saw in which one check failed. */
function seenToFail(id: string): Parameters<typeof tell>[1] {
  const check: PageObservation['checks'][number] = {
    id,
    title: 'a check',
    level: 'MUST',
    requirement: 'It holds.',
    verdict: 'fail',
    exercised: 1,
    proven_by: ['F01'],
    left_green_by: [],
    witnesses: [],
    further_failures: 1,
    value: meaning.value,
  };
  return { stopped: undefined, checks: [check], histories: [] };
}

function listen(): { readonly test: TestInfo; readonly handedOver: string[] } {
  const handedOver: string[] = [];
  const attach: TestInfo['attach'] = (_name, { body } = {}) => {
    handedOver.push(String(body));
    return Promise.resolve();
  };
  return { test: { attach } as TestInfo, handedOver };
}

test('what was wrong on the wire ends the test, and is handed over before', async () => {
  const listener = listen();
  await expect(tell(listener.test, seenToFail('LIFE-TERM'), meaning)).rejects.toThrow('LIFE-TERM');
  expect(listener.handedOver).toEqual([expect.stringContaining('LIFE-TERM')]);
});

test('how long a single answer took is handed over and decides nothing here', async () => {
  const listener = listen();
  await tell(listener.test, seenToFail('LAT-RUN'), meaning);
  expect(listener.handedOver).toEqual([expect.stringContaining('LAT-RUN')]);
});
