import type { Database } from './database.ts';

/** Consecutive events of one run, as the frames that went out; `frames[0]` has number `firstSeq`. */
export interface EventChunk {
  readonly runId: string;
  readonly firstSeq: number;
  readonly frames: readonly string[];
}

export interface EventStore {
  /** All chunks or none; a number that exists already rejects. */
  append(chunks: readonly EventChunk[]): Promise<void>;
  /** The frames of `runId` with a number above `afterSeq`, in order. */
  readAfter(runId: string, afterSeq: number): Promise<string[]>;
  /** 0 when the run has no event. */
  lastSeqOf(runId: string): Promise<number>;
}

interface Row {
  readonly firstSeq: number;
  readonly frames: string;
}

/** Frames are JSON texts and hold no line break. */
const separator = '\n';

export function createEventStore(database: Database): EventStore {
  return {
    append: (chunks) =>
      database.runAtomically(
        chunks.map(({ runId, firstSeq, frames }) => ({
          sql: `INSERT INTO event_chunks (run_id, first_seq, last_seq, frames) VALUES ($1, $2, $3, $4)`,
          values: [runId, firstSeq, firstSeq + frames.length - 1, frames.join(separator)],
        })),
      ),
    readAfter: async (runId, afterSeq) => {
      const rows = await database.query<Row>(
        `SELECT first_seq AS "firstSeq", frames FROM event_chunks
         WHERE run_id = $1 AND last_seq > $2 ORDER BY first_seq`,
        runId,
        afterSeq,
      );
      return rows.flatMap(({ firstSeq, frames }) =>
        frames.split(separator).slice(Math.max(0, afterSeq + 1 - firstSeq)),
      );
    },
    lastSeqOf: async (runId) => {
      const rows = await database.query<{ lastSeq: number | null }>(
        `SELECT MAX(last_seq) AS "lastSeq" FROM event_chunks WHERE run_id = $1`,
        runId,
      );
      return rows[0]?.lastSeq ?? 0;
    },
  };
}
