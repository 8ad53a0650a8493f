import { join } from 'node:path';
import type { EventLoss } from '../../contract/event-loss.ts';
import type { History } from '../../contract/history.ts';
import { openFaultyTarget } from '../../faults/open-faulty-target.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { carryOutAll } from './carry-out-all.ts';
import { countCriticalEvents } from './count-critical-events.ts';
import { dealUsers, type Share } from './deal-users.ts';
import { liveThrough } from './live-through.ts';
import type { SidesOrder } from './sides-order.ts';
import { troubles, undisturbed, type Trouble } from './troubles.ts';
import { weighLosses, type Weighed } from './weigh-losses.ts';

const usersEach = 6;

interface Round {
  /** By fault. */
  readonly weighed: ReadonlyMap<string, Weighed & { readonly bitten: boolean }>;
}

/**
 * Counts the critical events that both sides lose in the same troubles. The old side goes through them twice, and its
 * worse time counts: what it loses by chance is not held against the new one.
 */
export async function measureEventLoss(order: SidesOrder): Promise<EventLoss> {
  const { old, next, say, signal } = order;
  const named = { old: old.name, new: next.name };
  const [before, after] = await carryOutAll<Round>(
    [() => goThrough(order, old, 'old'), () => goThrough(order, next, 'new')],
    old.url !== next.url,
  );
  const again = await goThrough(order, old, 'again');
  if (signal?.aborted === true) return { ...named, faults: [], problem: 'it was interrupted' };
  const faults = troubles.map(({ fault, title }): EventLoss['faults'][number] => {
    const [one, twin, other] = [before, again, after].map((round) => round?.weighed.get(fault));
    if (one === undefined || twin === undefined || other === undefined) {
      throw new TypeError('every side goes through every trouble');
    }
    const { bitten, example, ...told } = other;
    const worse = share(twin) > share(one) ? twin : one;
    return {
      fault,
      title,
      old: { runs: worse.runs, expected: worse.expected, lost: worse.lost },
      new: told,
      ...(example === undefined ? {} : { example }),
      no_bite: !(bitten && one.bitten && twin.bitten),
    };
  });
  for (const { fault, old: was, new: is } of faults) {
    say(
      `event loss, ${fault}: ${is.lost} of ${is.expected}, before ${was.lost} of ${was.expected}`,
    );
  }
  return { ...named, faults };
}

function share({ lost, expected }: Weighed): number {
  return expected === 0 ? 0 : lost / expected;
}

async function goThrough(order: SidesOrder, target: Target, side: string): Promise<Round> {
  const all = [undisturbed, ...troubles];
  const { shares, together } = dealUsers(
    all.map(() => usersEach),
    target.users.length,
  );
  const walked = await carryOutAll(
    all.map(
      (trouble, index) => () =>
        meet(order, { target, trouble, side, share: shares[index] as Share }),
    ),
    together,
  );
  const [calm, ...met] = walked;
  const usual = countCriticalEvents(calm?.history ?? { header: undefined as never, records: [] });
  return {
    weighed: new Map(
      met.map(({ trouble, history, users, bitten }) => [
        trouble.fault,
        { ...weighLosses(usual, countCriticalEvents(history), users), bitten },
      ]),
    ),
  };
}

interface Met {
  readonly trouble: Trouble;
  readonly history: History;
  readonly users: number;
  /** The trouble met a run in flight. */
  readonly bitten: boolean;
}

async function meet(
  { folder, seed }: SidesOrder,
  {
    target,
    trouble,
    side,
    share: { firstUser, users },
  }: { target: Target; trouble: Trouble; side: string; share: Share },
): Promise<Met> {
  const file = join(folder, 'histories', `event-loss-${side}-${trouble.fault}.ndjson`);
  const options = { firstUser, users, file, seed: `${seed}-loss-${side}-${trouble.fault}` };
  const journey = liveThrough(trouble.awayMs);
  const { damage } = trouble;
  if (damage === undefined) {
    return { trouble, users, bitten: true, history: await walk(target, journey, options) };
  }
  const faulty = await openFaultyTarget(target, damage, { seed: options.seed, users });
  try {
    const history = await walk(faulty, journey, options);
    return { trouble, users, history, bitten: faulty.bites.some(({ inFlight }) => inFlight) };
  } finally {
    await faulty[Symbol.asyncDispose]();
  }
}
