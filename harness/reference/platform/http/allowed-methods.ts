import type { FastifyInstance } from 'fastify';

/**
 * Watches the routes that are added from now on; what it returns gives the methods a path answers to,
 * none for a path that does not exist.
 */
export function watchMethods(server: FastifyInstance): (path: string) => string[] {
  const methodsOf = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsOf.set(url, methods);
  });
  return (path) =>
    [...methodsOf]
      .filter(([pattern]) => fits(pattern, path))
      .flatMap(([, methods]) => [...methods])
      .toSorted();
}

/** A pattern's `:name` stands for one part of a path. */
function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, nth) => part.startsWith(':') || part === given[nth])
  );
}
