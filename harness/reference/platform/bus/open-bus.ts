import type { Bus, BusListener } from './bus.ts';
import { openInProcessBus } from './in-process-bus.ts';
import { openSiblingBus } from './sibling-bus.ts';
import { openNatsBus } from './nats-bus.ts';

/**
 * `nats://host:port/name` for several processes, where platforms of other names may share the server; `siblings:` for
 * processes of one parent; undefined for a platform that is one process.
 */
export function openBus(location: string | undefined, listener: BusListener): Promise<Bus> {
  if (location === undefined) return openInProcessBus(listener);
  const url = new URL(location);
  if (url.protocol === 'siblings:') return openSiblingBus(listener);
  return openNatsBus(
    { server: url.host, prefix: url.pathname.slice(1) || 'golden-path' },
    listener,
  );
}
