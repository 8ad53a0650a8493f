/**
 * The layer that hides an event: a field whose value (an object, or text that parses to one) looks like the frames
 * that were understood before. `knownKeys` are the outermost fields of those.
 */
export function findExtraLayer(raw: string, knownKeys: ReadonlySet<string>): string | undefined {
  const value = parse(raw);
  if (typeof value === 'string') {
    return looksKnown(parse(value), knownKeys) ? 'the whole frame, as text inside JSON' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const content: unknown = typeof inner === 'string' ? parse(inner) : inner;
    if (looksKnown(content, knownKeys)) return `the field ${JSON.stringify(name)}`;
  }
  return undefined;
}

/** The outermost field names of a JSON object; none for anything else. */
export function outermostKeys(raw: string): string[] {
  const value = parse(raw);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}

function looksKnown(value: unknown, knownKeys: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 1 && keys.filter((key) => knownKeys.has(key)).length * 2 > keys.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
