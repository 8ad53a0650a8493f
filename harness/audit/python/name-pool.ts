/**
 * Keeps one copy of every name. Without it each fact would hold a slice, and each slice the whole source it
 * was cut from.
 */
export interface NamePool {
  keep(name: string): string;
}

/** V8 cuts shorter strings out as copies anyway. */
const shortestSlice = 13;

export function createNamePool(): NamePool {
  const names = new Map<string, string>();
  return {
    keep(name) {
      const known = names.get(name);
      if (known !== undefined) return known;
      const copy = name.length < shortestSlice ? name : Buffer.from(name).toString();
      names.set(copy, copy);
      return copy;
    },
  };
}
