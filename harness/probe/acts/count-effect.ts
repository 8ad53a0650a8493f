import type { ChatRun } from '../chat.ts';
import type { Session } from '../session.ts';

/** Asks a counting tool, and notes what it must have counted beside what it says. */
export async function countEffect(
  session: Session,
  counting: { readonly counter: string; readonly expected: number; readonly key: string },
): Promise<ChatRun | undefined> {
  const { counter, expected, key } = counting;
  const run = await session.chat([{ kind: 'count', counter }], { key });
  const terminal = await run?.terminal;
  const { readCount } = session.target.profile.intents;
  if (run === undefined || readCount === undefined || terminal?.kind !== 'agent_completed') {
    return run;
  }
  // An answer without the count is that of a tool that never ran.
  const seen = readCount(terminal.text ?? '', counter) ?? 0;
  session.diary.noteEffect({ counter, expected, seen, run: run.run });
  return run;
}
