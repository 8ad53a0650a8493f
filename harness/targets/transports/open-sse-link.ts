import { once } from 'node:events';
import { connect } from 'node:net';
import { SseLink, type SseLinkOptions } from './sse-link.ts';
import type { Deadlines, Link, LinkListener, LinkOpening } from './transport.ts';

/** Looks whether anybody listens at `url`, and gives a link that POSTs there. */
export async function openSseLink(
  url: string,
  options: SseLinkOptions,
  listener: LinkListener,
  deadlines: Deadlines,
): Promise<{ opening: LinkOpening; link: Link | undefined }> {
  const place = new URL(url);
  const port = Number(place.port || (place.protocol === 'https:' ? 443 : 80));
  const socket = connect(port, place.hostname);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(deadlines.upgradeMs) });
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    return { opening: { outcome: 'unreachable', detail: String(code) }, link: undefined };
  } finally {
    socket.destroy();
  }
  return {
    opening: { outcome: 'accepted' },
    link: new SseLink(place, options, listener, deadlines),
  };
}
