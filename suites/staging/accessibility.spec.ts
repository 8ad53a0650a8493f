import { AxeBuilder } from '@axe-core/playwright';
import { unmet, type Person } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

async function seriousFindings({ page }: Person): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length, 'rules of axe that met something').toBeGreaterThan(0);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('axe finds nothing serious, at the login and in the chat', async ({ stage }, testInfo) => {
  const findings: Record<string, string[]> = {};
  const seen = await stage.observe('accessibility', async (visit) => {
    const ada = await visit.arrive();
    await ada.open();
    findings['login'] = await seriousFindings(ada);
    await ada.logIn();
    findings['nothing said'] = await seriousFindings(ada);
    const { answer, canary } = await ada.say({ kind: 'fail' });
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    findings['an answer'] = await seriousFindings(ada);
  });
  await tell(testInfo, seen, {
    covers: ['W8'],
    value: {
      segment: 'everyone who uses a keyboard, a screen reader or strong contrast',
      goal: 'use the product like everybody else',
      impact: 'people are shut out, and in many countries that is against the law',
    },
  });
  expect(findings).toEqual({ login: [], 'nothing said': [], 'an answer': [] });
  expect(unmet(seen.checks, ['LIFE-TERM'])).toEqual([]);
});
