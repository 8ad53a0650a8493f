/**
 * Flags a child Node process needs to resolve `golden-path` as this process does: from the TypeScript sources
 * in the repository, from `dist/` in an installed package.
 */
export function sourceFlags(): string[] {
  return import.meta.url.endsWith('.ts') ? ['--conditions=golden-path-source'] : [];
}
