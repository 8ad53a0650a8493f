import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Recent, type Queued } from './recent.ts';

interface Item extends Queued {
  readonly id: number;
}

/** The plainest way to say what it does. */
class Model {
  readonly gone: number[] = [];
  items: number[] = [];

  push(item: number, capacity: number): void {
    if (!this.items.includes(item)) this.items.push(item);
    if (this.items.length > capacity) this.gone.push(...this.items.splice(0, 1));
  }
}

it('lets go of the oldest, whoever has left or come back in between', () => {
  const step = fc.record({ item: fc.nat(12), leaves: fc.boolean() });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(step, { maxLength: 80 }),
      (capacity, steps) => {
        const model = new Model();
        const gone: number[] = [];
        const recent = new Recent<Item>(capacity, ({ id }) => gone.push(id));
        const items = Array.from({ length: 13 }, (_, id): Item => ({ id, place: -1 }));
        for (const { item, leaves } of steps) {
          if (leaves) {
            recent.delete(items[item] as Item);
            model.items = model.items.filter((other) => other !== item);
          } else {
            recent.push(items[item] as Item);
            model.push(item, capacity);
          }
          expect(gone).toEqual(model.gone);
        }
      },
    ),
  );
});
