import type { ParameterFact } from '../facts/file-facts.ts';

/**
 * Keeps one copy of every name. Without it each fact would hold a slice, and each slice the whole source it
 * was cut from.
 */
export interface NamePool {
  keep(name: string): string;
  /** Parameters and result by the text of the header: most methods have a header that another one has too. */
  readonly signatures: Map<string, { readonly params: ParameterFact[]; readonly returns: string }>;
}

/** V8 cuts shorter strings out as copies anyway. */
const shortestSlice = 13;

export function createNamePool(): NamePool {
  const names = new Map<string, string>();
  return {
    signatures: new Map(),
    keep(name) {
      const known = names.get(name);
      if (known !== undefined) return known;
      const copy = name.length < shortestSlice ? name : Buffer.from(name).toString();
      names.set(copy, copy);
      return copy;
    },
  };
}
