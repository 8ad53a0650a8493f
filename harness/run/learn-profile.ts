import type { Config } from '../contract/config.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { History } from '../contract/history.ts';
import { goldenPath } from '../probe/journeys/golden-path.ts';
import { sameWords } from '../probe/journeys/same-words.ts';
import { walk } from '../probe/walk.ts';
import { proposeProfile } from '../targets/learn/propose-profile.ts';
import { openTarget } from '../targets/open-target.ts';
import { profileNames } from '../targets/profiles/profile-table.ts';

/** Journeys that are watched once something answers: two runs each, so that order is seen more than once. */
const watched = [goldenPath, sameWords, goldenPath];

/**
 * Watches some runs of a target and proposes how a profile would read them. The target is spoken to as `profile` does,
 * or as the first built-in profile whose messages it answers. Throws `PROFILE_MISFIT` where it answers none.
 */
export async function learnProfile(
  name: string,
  config: Config,
  profile: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  for (const candidate of profile === undefined ? profileNames : [profile]) {
    say(`speaking as ${candidate}`);
    const histories = await watch(name, config, candidate).catch((error: unknown) => {
      // A login that is refused or a path that is not there says that this is not how the target is spoken to.
      if (error instanceof HarnessError && profile === undefined) return [];
      throw error;
    });
    if (histories.length > 0) return `// spoken to as ${candidate}\n${proposeProfile(histories)}`;
  }
  const message = `${name} answers no message in the way of ${profile ?? 'any built-in profile'}`;
  throw new HarnessError('PROFILE_MISFIT', message, { where: name });
}

async function watch(name: string, config: Config, profile: string): Promise<History[]> {
  const target = await openTarget(name, config, profile);
  const histories: History[] = [];
  try {
    for (const [index, journey] of watched.entries()) {
      const options = { users: 1, firstUser: index, seed: `learn-${index}`, lingerMs: 30 };
      const history = await walk(target, journey, options);
      if (!isAnswered(history)) break;
      histories.push(history);
    }
  } finally {
    await target[Symbol.asyncDispose]();
  }
  return histories;
}

/** More than one frame came: a greeting or a single refusal is no run. */
function isAnswered({ records }: History): boolean {
  const received = records.filter(
    (record) => record.type === 'frame' && record.direction === 'received',
  );
  return received.length > 2;
}
