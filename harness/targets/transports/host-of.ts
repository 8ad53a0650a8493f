/** The host of a URL as sockets want it: addresses of IPv6 stand in brackets in a URL, and nowhere else. */
export function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '');
}
