import type { ChatRun } from '../chat.ts';
import type { Session } from '../session.ts';

/** Reads the stored answer of a run back, so that it can be compared with the one that was delivered. */
export async function readBack(session: Session, { run, thread }: ChatRun): Promise<void> {
  const { credentials, target } = session;
  const { readThread } = target.profile.transport;
  if (readThread === undefined || credentials === undefined || thread === undefined) return;
  const { exchange, answers } = await readThread(target.url, credentials, thread);
  const stored = answers.find((answer) => answer.run === run)?.text;
  session.diary.noteHttp(exchange, {
    purpose: 'history',
    run,
    ...(stored === undefined ? {} : { stored_answer: stored }),
  });
}
