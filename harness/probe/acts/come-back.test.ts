import { expect, onTestFinished, test } from 'vitest';
import type { History } from '../../contract/history.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import type { Target } from '../../targets/target.ts';
import { absent } from '../journeys/absent.ts';
import type { Journey } from '../journeys/journey.ts';
import { resume } from '../journeys/resume.ts';
import { walk } from '../walk.ts';

/** The reference, by a profile that knows of no resume: what is missed is lost, what comes later goes to whoever is there. */
function withoutResume({ profile, ...target }: Target): Target {
  const intents = { ...profile.intents };
  Reflect.deleteProperty(intents, 'resume');
  const { capabilities, deadlines } = profile.promises;
  const promises = {
    ...profile.promises,
    capabilities: capabilities.filter((each) => each !== 'resume'),
    deadlines: { ...deadlines, first_event_ms: 3_000 },
  };
  return {
    ...target,
    profile: { ...profile, intents, promises },
  };
}

async function walkWithoutResume(journey: Journey): Promise<History> {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  return walk(withoutResume(target), journey, { users: 1 });
}

/** Reconnects, and ends of runs behind them. */
function returnsIn({ records }: History): string[] {
  return records.flatMap((record) => {
    if (record.type === 'open' && record.epoch > 0) return ['back'];
    if (record.type !== 'frame' || record.epoch === 0) return [];
    return record.events.flatMap(({ kind }) => (kind === 'agent_completed' ? [kind] : []));
  });
}

test('nobody waits for the end of a run that nothing promises to bring', async () => {
  const history = await walkWithoutResume(absent);
  expect(returnsIn(history)).toEqual(['back']);
  const { terminal_ms: toEnd } = history.header.promises.deadlines;
  expect(history.records.at(-1)?.at).toBeLessThan(toEnd);
}, 60_000);

test('the rest of a run that comes unasked is waited for', async () => {
  expect(returnsIn(await walkWithoutResume(resume))).toEqual(['back', 'agent_completed', 'back']);
}, 60_000);
