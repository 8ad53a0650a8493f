import type { Session } from '../session.ts';

/** Renews the credential while the connection stays open. */
export async function refreshLogin(session: Session): Promise<void> {
  const { credentials, target } = session;
  const { refresh } = target.profile.transport;
  if (refresh === undefined || credentials === undefined) return;
  session.diary.act('refresh', {});
  const renewed = await refresh(target.url, credentials);
  session.renew(renewed);
  for (const exchange of renewed.exchanges)
    session.diary.noteHttp(exchange, { purpose: 'refresh' });
}
