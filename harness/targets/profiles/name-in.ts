/** What a frame calls itself, also where the rest of it is not what it should be; empty where it does not say. */
export function nameIn({ type }: Readonly<Record<string, unknown>>): string {
  return typeof type === 'string' ? type : '';
}
