/** Set-up file of the suites: a test that leaves something behind for the next one fails, and says what. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import { findLeaks, lookAround, restore, type Surroundings } from './find-leaks.ts';

let before: Surroundings;

beforeEach(() => {
  before = lookAround();
});

/** A server that was closed is still listed until the event loop has come round; what is open stays open. */
const turns = 100;

afterEach(async () => {
  let leaks = findLeaks(before, lookAround());
  for (let turn = 0; leaks.length > 0 && turn < turns; turn += 1) {
    await setImmediate();
    leaks = findLeaks(before, lookAround());
  }
  restore(before);
  if (leaks.length > 0) throw new Error(leaks.join('; '));
});
