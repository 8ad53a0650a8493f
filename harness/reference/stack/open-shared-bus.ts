import type { JetStreamManager } from '@nats-io/jetstream';
import { HarnessError } from '../../contract/harness-error.ts';
import { importOptional } from '../platform/import-optional.ts';
import { describeRefusal, showPlace, type SharedService } from './shared-service.ts';

export type SharedBus = SharedService<'nats' | 'siblings'>;

/** Where NATS is looked for unless somebody says otherwise. */
const usual = 'nats://127.0.0.1:4222';

const embedded = {
  engine: 'siblings',
  place: 'the process that started the nodes',
  location: 'siblings:',
  remove: async () => {},
} as const;

/**
 * A stream of its own in NATS JetStream, where that answers; else the process that started the nodes relays between
 * them; `embedded` asks for the latter. Rejects with PLATFORM_OPTION_INVALID when the server that was `asked` for cannot be had.
 */
export async function openSharedBus(
  asked: string | undefined,
  { id }: { readonly id: string },
): Promise<SharedBus> {
  const url = asked ?? usual;
  if (asked === 'embedded') return embedded;
  try {
    await manage(url, (manager) => manager.getAccountInfo());
  } catch (cause) {
    const reason = `NATS with JetStream at ${showPlace(url)}: ${describeRefusal(cause)}`;
    if (asked !== undefined) {
      throw new HarnessError('PLATFORM_OPTION_INVALID', reason, { where: '--bus', cause });
    }
    return { ...embedded, instead: reason };
  }
  const name = `golden-path-stack-${id}`;
  return {
    engine: 'nats',
    place: `${showPlace(url)}, stream ${name}`,
    location: `nats://${new URL(url).host}/${name}`,
    remove: async () => {
      await manage(url, (manager) => manager.streams.delete(name.replaceAll(/\W/g, '_')));
    },
  };
}

async function manage(
  url: string,
  work: (manager: JetStreamManager) => Promise<unknown>,
): Promise<void> {
  const { connect } = await importOptional(
    '@nats-io/transport-node',
    () => import('@nats-io/transport-node'),
  );
  const { jetstreamManager } = await importOptional(
    '@nats-io/jetstream',
    () => import('@nats-io/jetstream'),
  );
  const connection = await connect({ servers: new URL(url).host, maxReconnectAttempts: 0 });
  try {
    await work(await jetstreamManager(connection));
  } finally {
    await connection.close();
  }
}
