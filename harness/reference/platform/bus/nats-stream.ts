import type { ConsumerMessages, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { importOptional } from '../import-optional.ts';

/** How long a process may be cut off and still catch up; whoever is away longer reads the store. */
const retentionMs = 5 * 60_000;
const duplicateWindowMs = 2 * 60_000;
const nanoseconds = 1_000_000;

/** What a server takes unless it is told otherwise. */
const usualMaxPayload = 1024 * 1024;

/** A run must not stand still for long because nobody confirms. */
const publishTimeoutMs = 2_000;

/** One JetStream stream and the connection to its server. */
export interface NatsStream {
  readonly connection: NatsConnection;
  /** Bytes that one message may hold. */
  readonly maxPayload: number;
  /** Creates the stream where the server does not know it (any more), and listens from now on. */
  listen(callback: (message: JsMsg) => void): Promise<ConsumerMessages>;
  /** Settles when the stream holds the text; the same `id` within two minutes counts once. */
  publish(topic: string, text: string, id: string): Promise<void>;
}

/** `prefix` is the first part of every subject. Rejects when the server cannot be reached; reconnects for ever after that. */
export async function openNatsStream(server: string, prefix: string): Promise<NatsStream> {
  const { connect } = await importOptional(
    '@nats-io/transport-node',
    () => import('@nats-io/transport-node'),
  );
  const { jetstream, jetstreamManager, DeliverPolicy } = await importOptional(
    '@nats-io/jetstream',
    () => import('@nats-io/jetstream'),
  );
  const connection = await connect({
    servers: server,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
  });
  const name = prefix.replaceAll(/\W/g, '_');
  const client = jetstream(connection);

  return {
    connection,
    maxPayload: connection.info?.max_payload ?? usualMaxPayload,
    listen: async (callback) => {
      await ensureStream(await jetstreamManager(connection), name, prefix);
      const consumer = await client.consumers.get(name, { deliver_policy: DeliverPolicy.New });
      return consumer.consume({ callback });
    },
    publish: async (topic, text, id) => {
      await client.publish(`${prefix}.${topic}`, text, { msgID: id, timeout: publishTimeoutMs });
    },
  };
}

async function ensureStream(
  manager: JetStreamManager,
  name: string,
  prefix: string,
): Promise<void> {
  const existing = await manager.streams.names(`${prefix}.>`).next();
  if (existing.includes(name)) return;
  await manager.streams.add({
    name,
    subjects: [`${prefix}.>`],
    max_age: retentionMs * nanoseconds,
    duplicate_window: duplicateWindowMs * nanoseconds,
  });
}
