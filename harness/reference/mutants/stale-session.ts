import type { Mutant } from './seams.ts';

export const staleSession: Mutant = {
  sentence: 'A token that was good once opens sockets after its logout too.',
  damage: (seams) => ({
    ...seams,
    guardDoor: (admission) => {
      const inner = seams.guardDoor(admission);
      const remembered = new Map<string, Awaited<ReturnType<typeof inner>>>();
      return async (request) => {
        const { authorization, 'sec-websocket-protocol': protocols } = request.headers;
        const credential = `${authorization} ${protocols}`;
        const identity = (await inner(request)) ?? remembered.get(credential);
        remembered.set(credential, identity);
        return identity;
      };
    },
  }),
};
