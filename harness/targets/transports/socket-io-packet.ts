/** What one text frame of Engine.IO version 4 with a Socket.IO packet inside says. */
export type Packet =
  | { readonly kind: 'event'; readonly values: readonly unknown[] }
  /** The server let us into a namespace. */
  | { readonly kind: 'connected'; readonly session: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'broken'; readonly message: string };

const shape = /^(4[0-6]|[0-36])(?:\/[^,{["]*,)?(\d*)([\s\S]*)$/;

/**
 * Reads a packet (https://socket.io/docs/v4/engine-io-protocol/, https://socket.io/docs/v4/socket-io-protocol/).
 * Acknowledgements are answers without a name; they are left to whoever asked.
 */
export function readPacket(raw: string): Packet {
  const [, type, , body = ''] = shape.exec(raw) ?? [];
  if (type === undefined) return { kind: 'broken', message: 'the frame is no Socket.IO packet' };
  if (type !== '40' && type !== '42' && type !== '44') return { kind: 'other', type };
  if (type === '44') return { kind: 'refused', detail: body };
  try {
    const value: unknown = body === '' ? {} : JSON.parse(body);
    if (type === '40') return { kind: 'connected', session: value as Record<string, unknown> };
    if (Array.isArray(value) && typeof value[0] === 'string')
      return { kind: 'event', values: value };
    return { kind: 'broken', message: 'an event packet is a list that begins with its name' };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}

/** An event as one frame. */
export function writeEvent(name: string, ...values: readonly unknown[]): string {
  return `42${JSON.stringify([name, ...values])}`;
}
