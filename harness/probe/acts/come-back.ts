import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { Session } from '../session.ts';

/** Connects again and asks for what was missed of a run; gives its terminal, if there is one in time. */
export async function comeBack(session: Session, run: string): Promise<CanonicalEvent | undefined> {
  const { intents, promises } = session.target.profile;
  // Where no message asks for it, the connection itself does, and what was missed may come before it is ours.
  if (intents.resume === undefined && promises.capabilities.includes('resume')) {
    session.diary.act('resume', { run });
  }
  if (!(await session.connect())) return undefined;
  await session.resume(run);
  return session.terminalOf(run);
}
