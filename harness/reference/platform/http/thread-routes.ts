import type { FastifyInstance } from 'fastify';
import type { Authority } from '../auth/authority.ts';
import type { Message, ThreadStore } from '../store/thread-store.ts';
import { requireBearer } from './bearer.ts';
import { refuseRequest } from './reply.ts';

const threadsPerList = 200;

function renderMessage({ messageId, runId, role, content, createdAt }: Message) {
  return {
    message_id: messageId,
    run_id: runId,
    role,
    content,
    created_at: new Date(createdAt).toISOString(),
  };
}

export interface ThreadRoutesOptions {
  readonly authority: Authority;
  readonly threads: ThreadStore;
  readonly mayAccess: (userId: string, ownerId: string) => boolean;
}

/** What a user said and was answered; a stranger's thread and one that never was look the same. */
export function addThreadRoutes(server: FastifyInstance, options: ThreadRoutesOptions): void {
  const { authority, threads, mayAccess } = options;

  server.get(
    '/threads',
    requireBearer(authority, async ({ userId }) => {
      const list = await threads.listOf(userId, threadsPerList);
      return {
        threads: list.map(({ threadId, title, createdAt }) => ({
          thread_id: threadId,
          title,
          created_at: new Date(createdAt).toISOString(),
        })),
      };
    }),
  );

  server.get(
    '/threads/:id/messages',
    requireBearer(authority, async ({ userId }, request, reply) => {
      const { id } = request.params as { id: string };
      const owner = await threads.ownerOf(id);
      if (owner === undefined || !mayAccess(userId, owner)) {
        return refuseRequest(reply, 'NOT_FOUND');
      }
      return { thread_id: id, messages: (await threads.messagesOf(id)).map(renderMessage) };
    }),
  );
}
