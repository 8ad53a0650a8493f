import { NotOffered, unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('a session that has ended opens nothing, and a new login goes on', async ({
  stage,
}, testInfo) => {
  const seen = await stage.observe('expired-session', async (visit) => {
    const desk = await visit.enter(2, { login: false });
    const { answer: private1, canary: before } = await desk.say();
    await desk.lane.settled();
    await expect(private1).toContainText(before);
    const login = await visit.hideLogin(desk);
    // The same login in another window, which ends it.
    const elsewhere = await visit.arrive(2);
    await elsewhere.page.context().setStorageState(login.state);
    if (await elsewhere.open(login)) {
      throw new NotOffered('this page keeps no login that could end somewhere else');
    }
    const ended = await visit.hideLogin(elsewhere);
    await elsewhere.view.logOutButton.click();
    await expect(elsewhere.view.userField).toBeVisible();

    await desk.page.reload();
    expect(await desk.view.showsLogin(), 'the window that was left open').toBe(true);
    const late = await visit.arrive(2);
    await late.page.context().setStorageState(ended.state);
    expect(await late.open(ended), 'whoever kept what the browser had').toBe(true);
    expect(await late.page.content()).not.toContain(before);

    await desk.logIn();
    const { answer, canary } = await desk.say();
    await desk.lane.settled();
    await expect(answer).toContainText(canary);
  });
  await tell(testInfo, seen, {
    covers: ['W9'],
    value: {
      segment: 'whoever used a borrowed computer',
      goal: 'be sure that logging out ends it everywhere',
      impact: 'the next one at the desk reads on',
    },
  });
  expect(unmet(seen.checks, ['LIFE-TERM', 'ISO-IDENTITY', 'WIRE-CLOSE'])).toEqual([]);
});
