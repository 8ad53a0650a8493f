/** One turn of one session, and when it was meant to begin. */
export interface DueTurn {
  readonly session: number;
  readonly turn: number;
  /** Milliseconds since the start. */
  readonly intendedAt: number;
}

/**
 * An open-loop schedule: turns begin at a constant rate over all sessions, whatever has become of the turns before.
 * A sender that waits for answers sends less just when the target is slow, and so hides it (coordinated omission).
 */
export interface TurnSchedule {
  /** Turns that are due at `now` (milliseconds since the start) and were not given out yet. */
  due(now: number): DueTurn[];
  /** When the next turn is due; `undefined` after the last one. */
  nextAt(): number | undefined;
}

/** @param everyMs How often each session begins a turn; their beginnings are spread evenly over this time. */
export function scheduleTurns({
  sessions,
  turns,
  everyMs,
}: {
  readonly sessions: number;
  readonly turns: number;
  readonly everyMs: number;
}): TurnSchedule {
  const total = sessions * turns;
  const spacing = everyMs / sessions;
  let given = 0;
  return {
    due(now) {
      const due: DueTurn[] = [];
      while (given < total && given * spacing <= now) {
        due.push({
          session: given % sessions,
          turn: Math.floor(given / sessions),
          intendedAt: given * spacing,
        });
        given += 1;
      }
      return due;
    },
    nextAt: () => (given < total ? given * spacing : undefined),
  };
}
