/** Retaining paths as the reason of a measurement. */
export function describeRetainers(paths: readonly string[]): string {
  return paths.map((path) => `kept alive by ${path}`).join('; ');
}
