import { createServer } from 'node:http';
import { EventLog } from '../../../harness/reference/platform/events/event-log.ts';
import type { Connection } from '../../../harness/reference/platform/gateway/connection.ts';
import { Gateway } from '../../../harness/reference/platform/gateway/gateway.ts';
import { Roster } from '../../../harness/reference/platform/gateway/roster.ts';
import { defaultLimits } from '../../../harness/reference/platform/platform-limits.ts';
import { openSqliteDatabase } from '../../../harness/reference/platform/store/sqlite-database.ts';
import { createStore } from '../../../harness/reference/platform/store/store.ts';
import { emitEvents } from './emit-events.ts';
import { serveArm } from './serve-arm.ts';

/** The platform's way from a bridge to the socket, whole: numbered, stored in SQLite, bounded, confirmed. */
const store = await createStore(openSqliteDatabase(''));
const roster = new Roster();
const log = new EventLog(store.events, (userId, frames) => roster.deliver(userId, frames));
const unlimited = { burst: Number.MAX_SAFE_INTEGER, perSecond: 1 };
let connections = 0;

const answered = new Set<string>();

async function answer(connection: Connection, text: string): Promise<void> {
  const { userId, sessionId: id } = connection.identity;
  // The run begins with the first question, as it does in the platform.
  if (!answered.has(id)) log.open(id, 0);
  answered.add(id);
  emitEvents(text, (payload) => {
    void log.publish({
      type: 'message_delta',
      run_id: id,
      thread_id: `thr_${id}`,
      user_id: userId,
      agent_name: 'assistant',
      payload,
    });
  });
}

const gateway = new Gateway({
  roster,
  admit: async () => {
    connections += 1;
    const sessionId = `run_${String(connections).padStart(36, '0')}`;
    return { userId: `usr_${sessionId}`, sessionId };
  },
  answer,
  build: 'bench',
  reportError: (error) => process.stderr.write(String(error)),
  allowedOrigins: [],
  limits: { ...defaultLimits, frames: unlimited },
});

const http = createServer();
http.on('upgrade', (request, stream, head) => void gateway.upgrade(request, stream, head));
serveArm(http);
