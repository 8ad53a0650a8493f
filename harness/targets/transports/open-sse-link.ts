import { once } from 'node:events';
import { connect, isIP } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { hostOf } from './host-of.ts';
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
  const host = hostOf(place);
  const secure = place.protocol === 'https:';
  const port = Number(place.port || (secure ? 443 : 80));
  // TLS whole: otherwise the first message would be the one to learn that the certificate is not trusted.
  const socket = secure
    ? connectSecurely({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) })
    : connect(port, host);
  try {
    await once(socket, secure ? 'secureConnect' : 'connect', {
      signal: AbortSignal.timeout(deadlines.upgradeMs),
    });
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
