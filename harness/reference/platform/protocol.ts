/** Name of the wire, offered and echoed as WebSocket subprotocol. */
export const protocolName = 'golden-path.v1';

/** A client that cannot set headers offers its access token as a second subprotocol with this prefix. */
export const bearerPrefix = 'bearer.';

/** What `connection_established` announces. */
export const features = ['resume', 'cancel', 'heartbeat', 'fallback-count', 'history'] as const;
