import type { Session } from '../session.ts';

/** Logs out, and says whether the target confirmed it. `undefined` where it offers no logout. */
export async function logOut(session: Session): Promise<boolean | undefined> {
  session.diary.act('logout', {});
  return endLogin(session, 'logout');
}

/** Has the credential of the open connection revoked, as an administrator or another device does. */
export async function revoke(session: Session): Promise<boolean | undefined> {
  const confirmed = await endLogin(session, 'other');
  if (confirmed === true) session.diary.act('revoke', {});
  return confirmed;
}

async function endLogin(
  session: Session,
  purpose: 'logout' | 'other',
): Promise<boolean | undefined> {
  const { credentials, target } = session;
  const { logOut: ask } = target.profile.transport;
  if (ask === undefined || credentials === undefined) return undefined;
  const exchange = await ask(target.url, credentials);
  session.diary.noteHttp(exchange, { purpose });
  return exchange.status < 300;
}
