import { randomUUID } from 'node:crypto';
import type { JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { importOptional } from '../import-optional.ts';
import type { Bus, BusListener, ControlMessage, Frame } from './bus.ts';

export interface NatsBusOptions {
  /** `host:port` */
  readonly server: string;
  /** Subjects and stream of one platform; several platforms may share a server. */
  readonly prefix: string;
}

/** How long a process may be cut off and still catch up; whoever is away longer reads the store. */
const retentionMs = 5 * 60_000;
const duplicateWindowMs = 2 * 60_000;

type Envelope =
  | { readonly origin: string; readonly userId: string; readonly frames: readonly Frame[] }
  | { readonly origin: string; readonly control: ControlMessage };

/**
 * The bus of a platform of several processes, on JetStream: order per subject, replay by sequence after a
 * lost connection, and a window in which a repeated publish counts once.
 */
export async function openNatsBus(options: NatsBusOptions, listener: BusListener): Promise<Bus> {
  const { connect } = await importOptional(
    '@nats-io/transport-node',
    () => import('@nats-io/transport-node'),
  );
  const { jetstream, jetstreamManager, DeliverPolicy } = await importOptional(
    '@nats-io/jetstream',
    () => import('@nats-io/jetstream'),
  );
  const connection = await connect({ servers: options.server, maxReconnectAttempts: -1 });
  const stream = options.prefix.replaceAll(/\W/g, '_');
  const origin = randomUUID();
  let sent = 0;

  await ensureStream(await jetstreamManager(connection), stream, options.prefix);
  const client = jetstream(connection);
  const consumer = await client.consumers.get(stream, { deliver_policy: DeliverPolicy.New });
  const messages = await consumer.consume({
    callback: (message: JsMsg) => receive(message.json<Envelope>(), origin, listener),
  });

  async function store(topic: string, envelope: Envelope): Promise<void> {
    sent += 1;
    await client.publish(`${options.prefix}.${topic}`, JSON.stringify(envelope), {
      msgID: `${origin}.${sent}`,
    });
  }

  return {
    publish: async (userId, frames) => {
      const topic = `user.${Buffer.from(userId).toString('base64url')}`;
      const [taken] = await Promise.all([
        listener.deliver(userId, frames),
        store(topic, { origin, userId, frames }),
      ]);
      return taken;
    },
    announce: async (control) => {
      listener.control(control);
      await store('control', { origin, control });
    },
    ping: async () => {
      await connection.rtt();
    },
    close: async () => {
      await messages.close();
      await connection.close();
    },
  };
}

/** What this process published has reached its own sockets already. */
function receive(envelope: Envelope, self: string, listener: BusListener): void {
  if (envelope.origin === self) return;
  if ('control' in envelope) listener.control(envelope.control);
  else void listener.deliver(envelope.userId, envelope.frames);
}

async function ensureStream(
  manager: JetStreamManager,
  name: string,
  prefix: string,
): Promise<void> {
  const nanoseconds = 1_000_000;
  const existing = await manager.streams.names(`${prefix}.>`).next();
  if (existing.includes(name)) return;
  await manager.streams.add({
    name,
    subjects: [`${prefix}.>`],
    max_age: retentionMs * nanoseconds,
    duplicate_window: duplicateWindowMs * nanoseconds,
  });
}
