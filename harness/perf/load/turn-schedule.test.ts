import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleTurns } from './turn-schedule.ts';

const size = fc.integer({ min: 1, max: 20 });

describe('scheduleTurns', () => {
  it('gives every turn of every session once, at a constant rate, however unevenly it is asked', () => {
    fc.assert(
      fc.property(size, size, fc.array(fc.nat({ max: 300 })), (sessions, turns, pauses) => {
        const schedule = scheduleTurns({ sessions, turns, everyMs: 100 });
        let now = 0;
        const given = [...pauses, 1_000_000].flatMap((pause) => schedule.due((now += pause)));
        expect(given).toHaveLength(sessions * turns);
        expect(new Set(given.map(({ session, turn }) => `${session}/${turn}`)).size).toBe(
          given.length,
        );
        for (const [nth, { intendedAt }] of given.entries()) {
          expect(intendedAt).toBeCloseTo((nth * 100) / sessions, 6);
        }
        expect(schedule.nextAt()).toBeUndefined();
      }),
    );
  });

  it('gives nothing before its time, and keeps the intended time of what was late', () => {
    const schedule = scheduleTurns({ sessions: 2, turns: 2, everyMs: 100 });
    expect(schedule.due(49)).toEqual([{ session: 0, turn: 0, intendedAt: 0 }]);
    expect(schedule.nextAt()).toBe(50);
    expect(schedule.due(120).map(({ intendedAt }) => intendedAt)).toEqual([50, 100]);
  });
});
