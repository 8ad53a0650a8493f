import { join } from 'node:path';
import { compareHistories } from '../../checks/compare/compare-histories.ts';
import type { ComparisonFacts } from '../../contract/comparison.ts';
import type { History } from '../../contract/history.ts';
import { counting } from '../../probe/journeys/counting.ts';
import { failingTool } from '../../probe/journeys/failing-tool.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { longAnswer } from '../../probe/journeys/long-answer.ts';
import { truth } from '../../probe/journeys/truth.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { carryOutAll } from './carry-out-all.ts';
import { dealUsers, type Share } from './deal-users.ts';
import type { SidesOrder } from './sides-order.ts';

/**
 * What people do while nothing is wrong: what a phase does when connections break is counted elsewhere, where it may
 * become better. Nor is anybody cancelled: who is first, the tool or the cancel, is the machine's doing. As many users as give each intent enough runs to compare.
 */
const plan: readonly { readonly journey: Journey; readonly users: number }[] = [
  { journey: goldenPath, users: 8 },
  { journey: truth, users: 4 },
  { journey: failingTool, users: 4 },
  { journey: counting, users: 4 },
  { journey: longAnswer, users: 4 },
];

type Walked = readonly { readonly history: History; readonly file: string }[];

/** Walks the same journeys on both sides, twice on the old one: how it differs from itself is the noise. */
export async function compareTargets(order: SidesOrder): Promise<ComparisonFacts> {
  const { old, next, say, signal } = order;
  const [first, candidate] = await carryOutAll<Walked>(
    [() => walkAll(order, old, 'old'), () => walkAll(order, next, 'new')],
    old.url !== next.url,
  );
  const again = await walkAll(order, old, 'again');
  const named = { old: old.name, new: next.name };
  if (signal?.aborted === true) {
    return { ...named, journeys: [], problem: 'it was interrupted' };
  }
  const journeys = plan.map(({ journey }, index) => {
    const sides = [first, again, candidate].map((side) => side?.[index]);
    const [one, twin, other] = sides;
    if (one === undefined || twin === undefined || other === undefined) {
      throw new TypeError('every side walks every journey');
    }
    const compared = compareHistories(one.history, twin.history, other.history);
    return {
      journey: journey.name,
      ...compared,
      differences: [...compared.differences],
      histories: [one, twin, other].map(({ file }) => file),
    };
  });
  const unlike = journeys.filter(({ verdict }) => verdict !== 'pass').length;
  say(
    `comparison: ${journeys.length - unlike} of ${journeys.length} journeys equal on ${old.name} and ${next.name}`,
  );
  return { ...named, journeys };
}

async function walkAll(order: SidesOrder, target: Target, side: string): Promise<Walked> {
  const { shares, together } = dealUsers(
    plan.map(({ users }) => users),
    target.users.length,
  );
  const tasks = plan.map(({ journey }, index) => async () => {
    const { firstUser, users } = shares[index] as Share;
    const file = join('histories', `compare-${side}-${journey.name}.ndjson`);
    const history = await walk(target, journey, {
      firstUser,
      users,
      seed: `${order.seed}-compare-${side}-${journey.name}`,
      file: join(order.folder, file),
    });
    return { history, file };
  });
  return carryOutAll(tasks, together);
}
