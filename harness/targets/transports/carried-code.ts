/** How WebSocket interfaces tell of a close frame that carries no code (RFC 6455, section 7.1.5). */
const noCode = 1005;

/** The code that a close frame carried, as a field of its ending: a frame without one is legal, and `socket.close()` sends it. */
export function carriedCode(code: number): { readonly code?: number } {
  return code === noCode ? {} : { code };
}
