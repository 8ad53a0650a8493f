import type { Damage } from '../proxy/interference.ts';

/** Whoever knows the id of a conversation may read it. */
export const letIntruderRead: Damage = (bench) => ({
  request({ method, path }) {
    if (method !== 'GET' || !path.endsWith('/messages')) return undefined;
    bench.bite("let somebody read another user's conversation");
    return { status: 200, body: JSON.stringify({ messages: [] }) };
  },
});
