/** Set-up file of the suites: a test that leaves something behind for the next one fails, and says what. */
import { afterEach, beforeEach } from 'vitest';
import { findLeaks, lookAround, restore, type Surroundings } from './find-leaks.ts';

let before: Surroundings;

beforeEach(() => {
  before = lookAround();
});

afterEach(() => {
  const leaks = findLeaks(before, lookAround());
  restore(before);
  if (leaks.length > 0) throw new Error(leaks.join('; '));
});
