/** Opcodes of RFC 6455, section 5.2. */
export const opcodes = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
} as const;

/** One WebSocket frame (RFC 6455, section 5.2), with the payload unmasked. */
export interface WireFrame {
  readonly fin: boolean;
  /** The three reserved bits, 0 to 7. */
  readonly rsv: number;
  readonly opcode: number;
  readonly masked: boolean;
  readonly payload: Buffer;
}
