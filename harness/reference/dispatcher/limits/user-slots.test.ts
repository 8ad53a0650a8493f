import { expect, it } from 'vitest';
import { resolveLimits } from './dispatcher-limits.ts';
import { UserSlots } from './user-slots.ts';

function openSeeker(concurrencyClass = 'default') {
  return {
    concurrencyClass,
    entered: false,
    enter() {
      this.entered = true;
    },
  };
}

it('lets nobody overtake a call of the same class that waits', () => {
  const limits = resolveLimits({ maxConcurrentPerUser: 2, concurrencyClasses: { browser: 1 } });
  const slots = new UserSlots(limits);
  slots.tryEnter('ada', 'browser');
  slots.tryEnter('ada', 'default');
  const [browser, other] = [openSeeker('browser'), openSeeker()];
  slots.tryWait('ada', browser);
  slots.tryWait('ada', other);
  slots.leave('ada', 'default');
  expect([browser.entered, other.entered]).toEqual([false, true]);
  slots.leave('ada', 'default');
  expect(slots.tryEnter('ada', 'browser')).toBe(false);
  slots.leave('ada', 'browser');
  expect(browser.entered).toBe(true);
});

it('keeps a free place for the call that waits for it', () => {
  const slots = new UserSlots(resolveLimits({ maxConcurrentPerUser: 1 }));
  slots.tryEnter('ada', 'default');
  const latecomer: boolean[] = [];
  const waiting = {
    concurrencyClass: 'default',
    enter: () => latecomer.push(slots.tryEnter('ada', 'default')),
  };
  slots.tryWait('ada', waiting);
  slots.leave('ada', 'default');
  expect(latecomer).toEqual([false]);
});

it('goes on counting a busy user while it forgets thousands of idle ones', () => {
  const slots = new UserSlots(resolveLimits({ maxConcurrentPerUser: 1 }));
  slots.tryEnter('ada', 'default');
  for (let number = 0; number < 5_000; number += 1) {
    slots.tryEnter(`user-${number}`, 'default');
    slots.leave(`user-${number}`, 'default');
  }
  expect(slots.tryEnter('ada', 'default')).toBe(false);
  expect(slots.knownUsers).toBeLessThanOrEqual(1_000);
});
