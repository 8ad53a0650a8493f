/** The subprotocols a head offers: with a token among them, without one, or with one that cannot be a JWT. */
export function badgeOf(head: string): {
  protocols: string;
  badge: 'good' | 'none' | 'malformed';
} {
  const protocols = /^sec-websocket-protocol: *(.*)$/im.exec(head)?.[1]?.trim() ?? '';
  const token = /bearer\.(\S+)/.exec(protocols)?.[1];
  const badge = token === undefined ? 'none' : token.split('.').length === 3 ? 'good' : 'malformed';
  return { protocols, badge };
}
