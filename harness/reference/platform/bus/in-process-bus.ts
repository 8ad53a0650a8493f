import type { Bus, BusListener } from './bus.ts';

/** The bus of a platform that is one process: a function call. */
export async function openInProcessBus(listener: BusListener): Promise<Bus> {
  return {
    publish: (userId, frames) => listener.deliver(userId, frames),
    announce: async (message) => listener.control(message),
    ping: async () => {},
    close: async () => {},
  };
}
