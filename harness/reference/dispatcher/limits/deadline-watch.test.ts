import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { DeadlineWatch } from './deadline-watch.ts';

/** A target whose expiry can be awaited. */
function openTarget() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let expiries = 0;
  return {
    promise,
    expire() {
      expiries += 1;
      resolve();
    },
    count: () => expiries,
  };
}

const inMs = (duration: number) => performance.now() + duration;

it('tells each target once, not before its time', async () => {
  const watch = new DeadlineWatch();
  const openedAt = performance.now();
  const targets = [openTarget(), openTarget()];
  for (const target of targets) watch.open(target, openedAt + 5);
  await Promise.all(targets.map(({ promise }) => promise));
  // One millisecond is the slack of a Node timer.
  expect(performance.now() - openedAt).toBeGreaterThanOrEqual(4);
  expect(targets.map(({ count }) => count())).toEqual([1, 1]);
});

it('tells the earlier one first, in whatever order they were opened', async () => {
  const watch = new DeadlineWatch();
  const order: string[] = [];
  const far = openTarget();
  const openedAt = performance.now();
  watch.open({ expire: () => order.push('far') && far.expire() }, openedAt + 20);
  watch.open({ expire: () => order.push('near') }, openedAt + 2);
  await far.promise;
  expect(order).toEqual(['near', 'far']);
});

it('tells the earlier one first also where the process stood still until both were due', async () => {
  const watch = new DeadlineWatch();
  const order: string[] = [];
  const far = openTarget();
  const openedAt = performance.now();
  watch.open({ expire: () => order.push('far') && far.expire() }, openedAt + 4);
  watch.open({ expire: () => order.push('near') }, openedAt + 2);
  while (performance.now() < openedAt + 5);
  await far.promise;
  expect(order).toEqual(['near', 'far']);
});

it('leaves out what was closed, also when it is closed twice or by another target', async () => {
  const watch = new DeadlineWatch();
  const [closed, last] = [openTarget(), openTarget()];
  const dueAt = inMs(2);
  watch.open({ expire: () => other.close() }, dueAt);
  const other = watch.open(closed, dueAt);
  const deadline = watch.open(closed, dueAt);
  deadline.close();
  deadline.close();
  watch.open(last, dueAt);
  await last.promise;
  expect(closed.count()).toBe(0);
});

it('wakes again for what is due later than its timer was armed for', async () => {
  const watch = new DeadlineWatch();
  const openedAt = performance.now();
  watch.open(openTarget(), openedAt + 2).close();
  const later = openTarget();
  watch.open(later, openedAt + 12);
  await later.promise;
  expect(performance.now() - openedAt).toBeGreaterThanOrEqual(11);
});

it('moves a deadline back and forth, and opens it again when it has expired', async () => {
  const watch = new DeadlineWatch();
  const target = openTarget();
  const deadline = watch.open(target, inMs(60_000));
  deadline.moveTo(inMs(1));
  await target.promise;
  const again = Promise.withResolvers<void>();
  const twice = watch.open(
    {
      expire() {
        twice.moveTo(inMs(1));
        again.resolve();
      },
    },
    inMs(1),
  );
  await again.promise;
  twice.close();
  expect(target.count()).toBe(1);
});

it('lets a target open the next deadline while it is told', async () => {
  const watch = new DeadlineWatch();
  const second = openTarget();
  watch.open({ expire: () => watch.open(second, inMs(1)) }, inMs(1));
  await second.promise;
  expect(second.count()).toBe(1);
});
