import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

export type UpgradeRefusal = 401 | 403 | 404 | 429 | 503;

/** Answers an upgrade with plain HTTP and ends the stream. The body names the status and nothing else. */
export function refuseUpgrade(stream: Duplex, status: UpgradeRefusal): void {
  const body = JSON.stringify({ error: { code: STATUS_CODES[status] } });
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
