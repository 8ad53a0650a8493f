import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimise } from './minimise.ts';

it('keeps exactly the items that matter', () => {
  const needed = [3, 17, 64];
  const all = Array.from({ length: 100 }, (_, index) => index);
  const smallest = minimise(all, (part) => needed.every((item) => part.includes(item)));
  expect(smallest).toEqual(needed);
});

it('leaves nothing that could be taken away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }),
      fc.nat(30),
      (items, least) => {
        const holds = (part: readonly number[]): boolean =>
          part.reduce((total, item) => total + item, 0) >= least;
        fc.pre(holds(items));
        const smallest = minimise(items, holds);
        expect(holds(smallest)).toBe(true);
        const removable = smallest.filter(
          (_, place) => smallest.length > 1 && holds(smallest.toSpliced(place, 1)),
        );
        expect(removable).toEqual([]);
      },
    ),
  );
});
