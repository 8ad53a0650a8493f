export interface Leaf {
  /** Keys from the outermost object on, joined by points. */
  readonly path: string;
  readonly value: string | number;
}

/** The texts and numbers of a parsed JSON value, in the order in which they are written. */
export function listLeaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listLeaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
