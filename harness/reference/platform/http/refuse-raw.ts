import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { statuses, type HttpRefusalCode } from './reply.ts';

/** Answers with a code on a stream that no HTTP response belongs to, and ends it. The body names the code and nothing else. */
export function refuseRaw(stream: Duplex, code: HttpRefusalCode): void {
  const status = statuses[code];
  const body = JSON.stringify({ error: { code } });
  stream.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      ...(status === 401 ? ['WWW-Authenticate: Bearer'] : []),
      '',
      body,
    ].join('\r\n'),
  );
}
