import type { History } from '../../contract/history.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import type { Setting } from '../fault-row.ts';
import { openFaultyTarget, type FaultyTarget } from '../open-faulty-target.ts';
import type { Damage } from '../proxy/interference.ts';
import { tighten } from './tighten.ts';

export interface DamagedWalk {
  readonly history: History;
  /** The damage was done, and while a run was in flight unless the row strikes where none can be. */
  readonly bitten: boolean;
}

export interface Strike extends Setting {
  readonly damage: Damage;
  readonly idle?: boolean;
}

/** Walks a setting's journey through a damaged connection. Throws what went wrong with the damage itself. */
export async function walkDamaged(
  target: Target,
  strike: Strike,
  seed: string,
): Promise<DamagedWalk> {
  const users = strike.users ?? strike.journey.users;
  const profile = strike.profile?.(target.profile) ?? target.profile;
  const promises = tighten(profile.promises, strike.promises);
  const faulty = await openFaultyTarget({ ...target, profile }, strike.damage, {
    seed,
    users,
    promises,
  });
  const bitten = (): boolean => faulty.bites.some((bite) => bite.inFlight || strike.idle === true);
  try {
    const { lingerMs, file, wall } = strike;
    const history = await walk(faulty, noteBites(strike.journey, faulty, bitten), {
      users,
      seed,
      ...(lingerMs === undefined ? {} : { lingerMs }),
      ...(file === undefined ? {} : { file }),
      ...(wall === undefined ? {} : { wall: wall() }),
    });
    if (faulty.errors.length > 0)
      throw new AggregateError(faulty.errors, 'the damage itself broke');
    return { history, bitten: bitten() };
  } finally {
    await faulty[Symbol.asyncDispose]();
  }
}

/** Writes into the history what was done to it, so that META-NOBITE can judge it. */
function noteBites(journey: Journey, faulty: FaultyTarget, bitten: () => boolean): Journey {
  return {
    ...journey,
    async walk(crew) {
      faulty.onBite(({ detail }) => crew.note('bite', detail));
      await journey.walk(crew);
      if (!bitten()) crew.note('no-bite', 'the damage met no critical event');
    },
  };
}
