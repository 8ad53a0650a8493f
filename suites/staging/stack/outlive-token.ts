import type { Crew, Journey } from 'golden-path';

type Session = Crew['sessions'][number];

/**
 * Everybody asks for a run that outlives the access token, loses the connection, is refused with the token that ran out,
 * renews the login and picks the run up. `workMs`: longer than a token lives.
 */
export function outliveToken(workMs: number): Journey {
  return {
    name: 'outlive-token',
    title: 'be refused with a token that ran out during a run, renew the login, and miss nothing',
    users: 2,
    async walk(crew) {
      await Promise.all(crew.sessions.map((session) => outlive(crew, session, workMs)));
    },
  };
}

async function outlive(crew: Crew, session: Session, workMs: number): Promise<void> {
  await session.login();
  await session.connect();
  const { deadlines } = session.target.profile.promises;
  const canary = crew.canary(session, 'echo');
  const worked = session.waitFor(
    ({ kind, tool }) => kind === 'tool_completed' && tool === 'slow',
    deadlines.terminal_ms,
  );
  const run = await session.chat(
    [
      { kind: 'slow', milliseconds: workMs },
      // Still under way when everybody is back.
      { kind: 'slow', milliseconds: 1_500 },
      { kind: 'echo', text: canary },
    ],
    { key: crew.key(session, 'outlive'), canaries: [canary] },
  );
  await worked;
  session.drop();
  const { credentials } = session;
  if (run === undefined || credentials === undefined) return;
  // The tool has worked for longer than the token lives: nothing else has to be waited for.
  if (await session.connect({ credential: 'expired', credentials })) return;
  const renewed = await session.target.profile.transport.refresh?.(session.target.url, credentials);
  if (renewed === undefined) return;
  session.renew(renewed);
  await session.connect();
  await session.resume(run.run);
  await session.terminalOf(run.run);
  session.drop();
  await session.connect();
  await session.resume(run.run, 0);
}
