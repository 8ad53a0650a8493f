import { setTimeout as pause } from 'node:timers/promises';
import type { Credential } from '../../contract/history.ts';
import type { Credentials } from '../../targets/transports/transport.ts';
import type { Pretence } from '../chat.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Tokens that live longer are not waited for. */
const patienceMs = 3_000;

/** Somebody without a good credential knocks while another user chats. */
export const denials: Journey = {
  name: 'denials',
  title: 'come with no token, a malformed one and an expired one, and stay outside',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const [guest, stranger] = crew.sessions;
    if (guest !== undefined) await chat(crew, guest, 'guest');
    if (stranger === undefined) return;
    stranger.drop();
    await knock(crew, stranger, { credential: 'none' });
    const { credentials } = stranger;
    if (credentials === undefined) return;
    await knock(crew, stranger, pretend('malformed', { ...credentials, token: 'no-such-token' }));
    // A door at which strangers rattled stays open for those who may come in.
    guest?.drop();
    if (guest !== undefined && (await guest.connect())) await chat(crew, guest, 'again');
    const left = (credentials.expiresAt ?? Infinity) - Date.now();
    if (left > patienceMs) return;
    await pause(Math.max(0, left + 1_000));
    await knock(crew, stranger, pretend('expired', credentials));
  },
};

function pretend(credential: Credential, credentials: Credentials): Pretence {
  return { credential, credentials };
}

async function knock(crew: Crew, stranger: Session, pretence: Pretence): Promise<void> {
  if (!(await stranger.connect(pretence))) return;
  await chat(crew, stranger, pretence.credential);
  if (stranger.connected) stranger.drop();
}

async function chat(crew: Crew, session: Session, purpose: string): Promise<void> {
  const run = await session.chat([{ kind: 'plain', text: purpose }], {
    key: crew.key(session, purpose),
  });
  await run?.terminal;
}
