import type { Crew } from './journey.ts';

/** Everybody logs in and connects. */
export async function enter({ sessions }: Crew): Promise<void> {
  await Promise.all(
    sessions.map(async (session) => {
      await session.login();
      await session.connect();
    }),
  );
}
