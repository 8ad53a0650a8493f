/** Shorter texts are copies already; a longer one may be a window on the source it was cut from. */
const longestCopy = 12;

/**
 * Makes the texts of facts texts of their own, one copy of each: without it a single long name would hold the whole
 * source of its file in memory. Changes what it is given, which must be new.
 */
export function createTextKeeper(): <Facts extends object>(facts: Facts) => Facts {
  const known = new Map<string, string>();

  function keep(text: string): string {
    if (text.length <= longestCopy) return text;
    let kept = known.get(text);
    if (kept === undefined) {
      kept = Buffer.from(text, 'utf16le').toString('utf16le');
      known.set(kept, kept);
    }
    return kept;
  }

  function visit(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record)) {
      const part = record[key];
      if (typeof part === 'string') record[key] = keep(part);
      else visit(part);
    }
  }

  return (facts) => {
    visit(facts);
    return facts;
  };
}
