import { observe, unmet } from 'golden-path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disturbances } from './disturbances.ts';
import { hasPrograms } from './has-programs.ts';
import { readAftermath } from './read-aftermath.ts';
import { startStack, type StartedStack } from './start-stack.ts';
import { steadfast } from './steadfast.ts';

const users = 4;

/** Whatever happens to connections: nothing is lost, doubled or out of order, and nobody else gets it. */
const eventsAreWhole =
  'ORD-SEQ-GAP ORD-PO PAIR-OPEN ONCE-TOOL LIFE-TERM ISO-CANARY RES-ORDER RES-REPLAY-EQ'.split(' ');

/** Declares one test per disturbance, on a stack that is started with these words. */
export function judgeDisturbances(title: string, ...words: string[]): void {
  describe.runIf(hasPrograms())(`on a stack with ${title}, in the middle of runs`, () => {
    let stack: StartedStack;
    beforeAll(async () => {
      stack = await startStack(...words);
    });
    afterAll(() => stack.close());

    it.each(disturbances)('$title', async ({ only, red, why, ends, mend, ...rest }) => {
      const { title: name, workMs, disturb } = rest;
      const away = only === 'one' ? 'two' : 'one';
      const journey = steadfast({
        name: name.replaceAll(/\W+/g, '-'),
        title: name,
        users,
        workMs,
        wander: only !== undefined,
        prepare: async () => {
          if (only !== undefined) await stack.order(`/nodes/${away}/down`);
        },
        ready: async () => {
          if (only !== undefined) await stack.order(`/nodes/${away}/restart`);
        },
        disturb: () => disturb(stack),
      });
      const observation = await observe(stack.target, journey);
      await mend?.(stack);
      const aftermath = readAftermath(observation);
      expect(aftermath.red, why).toEqual(red);
      expect(aftermath.ends).toHaveLength(users);
      expect(aftermath.ends.filter((end) => !ends.includes(end))).toEqual([]);
      expect(unmet(observation.checks, eventsAreWhole)).toEqual([]);
    });
  });
}
