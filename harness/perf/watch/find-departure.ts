import { once } from 'node:events';
import { connect } from 'node:net';
import type { Target } from '../../targets/target.ts';
import { hostOf } from '../../targets/transports/host-of.ts';

/** Whoever is there takes a connection sooner. */
const deadlineMs = 5000;

/**
 * That nothing listens any more where the target was. To be asked where something went wrong: answers of a target that was killed
 * in their middle look like wrong ones.
 */
export async function findDeparture({ url }: Pick<Target, 'url'>): Promise<string | undefined> {
  const place = new URL(url);
  const { port, protocol } = place;
  const usual = protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
  const socket = connect({
    host: hostOf(place),
    port: port === '' ? usual : Number(port),
  });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(deadlineMs) });
    return undefined;
  } catch {
    return `the target went away: nothing listens at ${url} any more`;
  } finally {
    socket.destroy();
  }
}
