import type { Session } from '../session.ts';

/** Asks the target whether it is well, so that its claim can be held against what people get. */
export async function checkHealth(session: Session): Promise<void> {
  const { target } = session;
  const exchange = await target.profile.transport.checkHealth?.(target.url);
  if (exchange !== undefined) session.diary.noteHttp(exchange, { purpose: 'health' });
}
