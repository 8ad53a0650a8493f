import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import type { CheckResult } from '../../harness/contract/check-result.ts';
import type { Journey } from '../../harness/probe/journeys/journey.ts';
import { walk } from '../../harness/probe/walk.ts';
import { demoUsers } from '../../harness/targets/demo-users.ts';
import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import { answer } from './streams.ts';

/** Another user plants a secret first; then one run is watched, of which the answer is known. */
const oneRun = (foreign: string): Journey => ({
  name: 'one-run',
  title: 'one run of which the answer is known',
  users: 2,
  async walk(crew) {
    const [first, other] = crew.sessions;
    if (first === undefined || other === undefined) return;
    for (const session of [first, other]) {
      await session.login();
      await session.connect();
    }
    const planted = await other.chat([{ kind: 'plain', text: foreign }], {
      key: crew.key(other, 'plant'),
      canaries: [foreign],
    });
    await planted?.terminal;
    const run = await first.chat([{ kind: 'plain', text: 'How is the weather in Bern?' }], {
      key: crew.key(first, 'ask'),
      answer,
    });
    await run?.terminal;
  },
});

/** The checks that fail on one run over this stream. */
export async function askChecks(url: string, foreign: string): Promise<CheckResult[]> {
  const profile = findProfile('ag-ui');
  const deadlines = { ...profile.promises.deadlines, first_event_ms: 30_000, terminal_ms: 30_000 };
  const target = {
    name: 'stream',
    url,
    profile: { ...profile, promises: { ...profile.promises, deadlines } },
    users: demoUsers(2),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const history = await walk(target, oneRun(foreign), { users: 2, seed: 'one', lingerMs: 20 });
  return judgeHistory(history).filter(({ verdict }) => verdict === 'fail');
}
