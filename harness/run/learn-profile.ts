import type { Config } from '../contract/config.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { History } from '../contract/history.ts';
import { goldenPath } from '../probe/journeys/golden-path.ts';
import { sameWords } from '../probe/journeys/same-words.ts';
import { walk } from '../probe/walk.ts';
import { describeRefusal } from '../targets/describe-refusal.ts';
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
  const chosen = profile ?? chosenFor(name, config);
  for (const candidate of chosen === undefined ? profileNames : [chosen]) {
    const { histories, answer } = await watch(name, config, candidate).catch((error: unknown) => {
      // A login that is refused or a path that is not there says that this is not how the target is spoken to.
      if (!(error instanceof HarnessError) || chosen !== undefined) throw error;
      return { histories: [], answer: error.message };
    });
    say(`speaking as ${candidate}: ${answer}`);
    if (histories.length > 0) return `// spoken to as ${candidate}\n${proposeProfile(histories)}`;
  }
  const message = `${name} answers no message in the way of ${chosen ?? 'any built-in profile'}\n  missing: how to speak to it; write transport and intents of a profile of your own, and learn the rest with it`;
  throw new HarnessError('PROFILE_MISFIT', message, { where: name });
}

/** A target of the configuration that names its profile is spoken to like that. */
function chosenFor(name: string, { targets }: Config): string | undefined {
  const named = targets[name]?.profile;
  return named === 'reference' ? undefined : named;
}

async function watch(
  name: string,
  config: Config,
  profile: string,
): Promise<{ readonly histories: History[]; readonly answer: string }> {
  const target = await openTarget(name, config, profile);
  const histories: History[] = [];
  let answer = 'it answers';
  try {
    for (const [index, journey] of watched.entries()) {
      const options = { users: 1, firstUser: index, seed: `learn-${index}`, lingerMs: 30 };
      const history = await walk(target, journey, options);
      if (!isAnswered(history)) {
        answer = describeSilence(history);
        break;
      }
      histories.push(history);
    }
  } finally {
    await target[Symbol.asyncDispose]();
  }
  return { histories, answer };
}

function describeSilence({ records }: History): string {
  const opens = records.filter((record) => record.type === 'open');
  const refused = opens.find(({ outcome }) => outcome !== 'accepted');
  return refused === undefined ? 'no run came back' : describeRefusal(refused);
}

/** More than one frame came: a greeting or a single refusal is no run. */
function isAnswered({ records }: History): boolean {
  const received = records.filter(
    (record) => record.type === 'frame' && record.direction === 'received',
  );
  return received.length > 2;
}
