import type { ChatRun } from '../chat.ts';
import type { Session } from '../session.ts';

/** Reaches for another user's run and thread in every way the target offers, knowing nothing but their ids. */
export async function trespass(intruder: Session, victim: Session, run: ChatRun): Promise<void> {
  const { intents, promises } = intruder.target.profile;
  const reach = async (
    how: 'resume' | 'subscribe' | 'cancel' | 'chat',
    frame: string | undefined,
  ) => {
    if (frame === undefined) return;
    const place = how === 'chat' ? { thread: run.thread } : { run: run.run };
    intruder.diary.act('trespass', { trespass: how, victim: victim.user.name, ...place });
    const answer = intruder.waitFor(
      ({ kind, run: named, key }) =>
        kind === 'error' ||
        named === run.run ||
        (kind === 'message_accepted' && key === trespassKey(run)),
      promises.deadlines.cancel_ms,
    );
    await intruder.send(frame);
    await answer;
  };
  await reach('resume', intents.resume?.(run.run, 0));
  // Where to follow a run is to resume it, all but its first event is asked for.
  await reach('subscribe', intents.subscribe?.(run.run) ?? intents.resume?.(run.run, 1));
  const stop = intents.cancel?.(run.run);
  // Where a cancel names no run it stops one's own, and reaches for nothing.
  await reach('cancel', stop?.includes(run.run) === true ? stop : undefined);
  const content = intents.phrase([{ kind: 'plain', text: 'let me in' }]);
  if (content !== undefined && run.thread !== undefined) {
    const key = trespassKey(run);
    await reach('chat', intents.chat({ content, key, thread: run.thread }));
  }
  await readForeignThread(intruder, victim, run.thread);
}

const trespassKey = ({ run }: ChatRun): string => `trespass-${run}`;

async function readForeignThread(
  intruder: Session,
  victim: Session,
  thread: string | undefined,
): Promise<void> {
  const { credentials, target } = intruder;
  const { readThread } = target.profile.transport;
  if (readThread === undefined || credentials === undefined || thread === undefined) return;
  intruder.diary.act('trespass', { trespass: 'read', victim: victim.user.name, thread });
  const { exchange } = await readThread(target.url, credentials, thread);
  intruder.diary.noteHttp(exchange, { purpose: 'history', credential: 'foreign' });
}
