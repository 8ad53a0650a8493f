import { comeBack } from '../acts/come-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Each user has two tabs open; both lose the network and resume the same run at once. */
export const twoTabs: Journey = {
  name: 'two-tabs',
  title: 'two tabs of one user follow the same run, drop and resume together',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => followInTwoTabs(crew, session)));
  },
};

async function followInTwoTabs(crew: Crew, first: Session): Promise<void> {
  const second = crew.openTab(first);
  await second.connect();
  const canary = crew.canary(first, 'tabs');
  const executing = first.waitFor(
    ({ kind, tool }) => kind === 'tool_executing' && tool === 'slow',
    first.target.profile.promises.deadlines.first_event_ms,
  );
  const run = await first.chat(
    [
      { kind: 'echo', text: canary },
      { kind: 'slow', milliseconds: 1_000 },
    ],
    { key: crew.key(first, 'tabs'), canaries: [canary] },
  );
  if (run === undefined) return;
  await executing;
  first.drop();
  second.drop();
  await Promise.all([comeBack(first, run.run), comeBack(second, run.run)]);
}
