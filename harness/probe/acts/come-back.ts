import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { Session } from '../session.ts';

/** Connects again and asks for what was missed of a run; gives its terminal, if there is one in time. */
export async function comeBack(session: Session, run: string): Promise<CanonicalEvent | undefined> {
  const { intents, promises } = session.target.profile;
  const promised = promises.capabilities.includes('resume');
  // Where no message asks for it, the connection itself does, and what was missed may come before it is ours.
  if (intents.resume === undefined && promised) session.diary.act('resume', { run });
  if (!(await session.connect())) return undefined;
  await session.resume(run);
  const terminal = session.terminalOf(run);
  if (promised || intents.resume !== undefined) return terminal;
  // Some bring the rest to whoever is there, unasked: the end is worth waiting for once anything of the run comes.
  const sign = session.waitFor((event) => event.run === run, promises.deadlines.first_event_ms);
  return (await Promise.race([terminal, sign])) === undefined ? undefined : terminal;
}
