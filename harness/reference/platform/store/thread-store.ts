import type { Database } from './database.ts';

export interface Thread {
  readonly threadId: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface Message {
  readonly messageId: string;
  readonly runId: string;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface ThreadStore {
  /** Newest first, at most `limit`. */
  listOf(userId: string, limit: number): Promise<Thread[]>;
  /** The user id of the owner; undefined for a thread that does not exist. */
  ownerOf(threadId: string): Promise<string | undefined>;
  /** In the order of conversation. */
  messagesOf(threadId: string): Promise<Message[]>;
  addMessage(threadId: string, message: Message): Promise<void>;
}

export function createThreadStore(database: Database): ThreadStore {
  return {
    listOf: (userId, limit) =>
      database.query<Thread>(
        `SELECT thread_id AS "threadId", title, created_at AS "createdAt" FROM threads
         WHERE user_id = $1 ORDER BY created_at DESC, thread_id LIMIT $2`,
        userId,
        limit,
      ),
    ownerOf: async (threadId) => {
      const rows = await database.query<{ userId: string }>(
        `SELECT user_id AS "userId" FROM threads WHERE thread_id = $1`,
        threadId,
      );
      return rows[0]?.userId;
    },
    messagesOf: (threadId) =>
      database.query<Message>(
        `SELECT message_id AS "messageId", run_id AS "runId", role, content, created_at AS "createdAt"
         FROM messages WHERE thread_id = $1 ORDER BY created_at, role DESC, message_id`,
        threadId,
      ),
    addMessage: async (threadId, { messageId, runId, role, content, createdAt }) => {
      await database.query(
        `INSERT INTO messages (message_id, thread_id, run_id, role, content, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (message_id) DO NOTHING`,
        messageId,
        threadId,
        runId,
        role,
        content,
        createdAt,
      );
    },
  };
}
