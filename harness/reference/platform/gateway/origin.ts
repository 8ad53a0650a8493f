/**
 * Whether a page of this origin may open a socket: pages served by this host, and those on the list.
 * Programs send no Origin; browsers always do, so that a foreign page cannot ride on somebody's login.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
