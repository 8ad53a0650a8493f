import type { IncomingMessage } from 'node:http';
import type { ForgedReply } from './interference.ts';

const end = '\r\n\r\n';

/** The head of an upgrade request as it goes on to the target: header by header as it came, with the target's host. */
export function renderUpgradeHead(request: IncomingMessage, host: string): string {
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(index, index + 2);
    lines.push(`${name}: ${name.toLowerCase() === 'host' ? host : value}`);
  }
  return lines.join('\r\n') + end;
}

/** Cuts the head off what the target answered; `undefined` while it is incomplete. */
export function splitHead(bytes: Buffer): { head: string; rest: Buffer } | undefined {
  const at = bytes.indexOf(end);
  if (at < 0) return undefined;
  return {
    head: bytes.subarray(0, at + end.length).toString('latin1'),
    rest: bytes.subarray(at + end.length),
  };
}

/** A refusal of an upgrade, as bytes. */
export function renderRefusal({ status, headers = {}, body = '' }: ForgedReply): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Refused\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\nconnection: close${end}${body}`;
}

/** Sets a header of a head, or takes it out with `undefined`. */
export function setHeader(head: string, name: string, value: string | undefined): string {
  const [first = '', ...lines] = head.slice(0, -end.length).split('\r\n');
  const kept = lines.filter((line) => !line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const set = value === undefined ? [] : [`${name}: ${value}`];
  return [first, ...kept, ...set].join('\r\n') + end;
}
