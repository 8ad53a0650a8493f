import type { IncomingMessage } from 'node:http';

/** Characters that show what refused us. */
const shown = 512;

/** The beginning of an answer's body, for people; nothing when the connection breaks before. */
export async function readHeadOfBody(response: IncomingMessage): Promise<string> {
  let head = '';
  try {
    for await (const chunk of response) {
      head += String(chunk);
      if (head.length >= shown) break;
    }
  } catch {
    return head.slice(0, shown);
  }
  return head.slice(0, shown);
}
