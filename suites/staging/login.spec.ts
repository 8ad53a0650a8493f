import { NotOffered, unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

const value = {
  segment: 'everyone who comes back to the product',
  goal: 'get in, and nobody else with them',
  impact:
    'whoever cannot log in has no product, and whoever can without a password has everybody’s',
};

test('a wrong password is refused in words, and the right one leads to the chat', async ({
  stage,
}, testInfo) => {
  const seen = await stage.observe('login', async (visit) => {
    const ada = await visit.arrive();
    expect(await ada.open(), 'somebody who is new is asked to log in').toBe(true);
    await ada.submitLogin(`not ${ada.user.password}`);
    await expect(ada.view.refusal.filter({ hasText: /\w/ })).toBeVisible();
    await expect(ada.view.box).toBeHidden();
    await ada.logIn();
    await expect(ada.view.userField).toBeHidden();
    const { answer, canary } = await ada.say();
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
  });
  await tell(testInfo, seen, { covers: ['W9', 'J1'], value });
  expect(unmet(seen.checks, ['LIFE-TERM', 'ISO-IDENTITY'])).toEqual([]);
});

test('who has logged in once is not asked again', async ({ stage }, testInfo) => {
  const seen = await stage.observe('login-again', async (visit) => {
    const ada = await visit.enter(0, { login: false });
    const login = await visit.hideLogin(ada);
    await ada.page.close();
    const again = await visit.arrive();
    await again.page.context().setStorageState(login.state);
    if (await again.open(login)) throw new NotOffered('this page asks for the password every time');
    const { answer, canary } = await again.say();
    await again.lane.settled();
    await expect(answer).toContainText(canary);
  });
  await tell(testInfo, seen, { covers: ['W9'], value });
  expect(unmet(seen.checks, ['LIFE-TERM', 'ISO-IDENTITY'])).toEqual([]);
});
