/** What this process was started with must not reach into what it starts: a child gets exactly what its order names. */
const withheld = /^(VITEST|FORCE_COLOR$|GOLDEN_PATH_RUN_FOLDER$)/;

/** The environment a child process inherits, without what belongs to this run of ours; without colours. */
export function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !withheld.test(entry[0]),
  );
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}
