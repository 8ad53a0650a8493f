import { request as askTarget, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { EventLane } from './event-lane.ts';
import type { ForgedReply, ProxiedRequest } from './interference.ts';
import type { ProxyOptions } from './proxy-options.ts';
import { renderUpgradeHead } from './upgrade-head.ts';

/** Where a request came in. */
export interface Entrance {
  readonly base: URL;
  /** The client that this door belongs to: all it POSTs are messages, and their streams are one lane. */
  readonly client: EventLane | undefined;
  /** A lane for a stream that nobody's door was opened for. */
  readonly openLane: () => EventLane;
}

/** Hands one HTTP exchange on to the target, or answers it as the damage wants. */
export async function relayHttp(
  request: IncomingMessage,
  response: ServerResponse,
  { base, client, openLane }: Entrance,
  { interference }: Pick<ProxyOptions, 'interference'>,
): Promise<void> {
  const seen: ProxiedRequest = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers,
  };
  const body = await buffer(request);
  const forged = interference.request?.(seen);
  if (forged !== undefined) return answer(response, forged);
  let sent: readonly (Buffer | string)[] = [body];
  if (client !== undefined && seen.method === 'POST') {
    const met = interference.upgrade?.(client, renderUpgradeHead(request, base.host));
    if (met !== undefined && met !== 'stall' && 'status' in met) return answer(response, met);
    const again = (text: string): void => throwAway(send(seen, text, base));
    sent = met === 'stall' ? [] : await client.pass(body.toString(), interference, again);
  }
  // Nothing goes to the target, so nothing comes back.
  const [first, ...others] = sent;
  if (first === undefined) return;
  const upstream = await send(seen, first, base);
  for (const other of others) throwAway(send(seen, other, base));
  if (upstream.headers['content-type']?.startsWith('text/event-stream') === true) {
    response.on('close', () => upstream.destroy());
    response.writeHead(upstream.statusCode ?? 502, { ...upstream.headers });
    // A stream that is asked for by its address alone goes on with a run that only the address names.
    if (seen.method === 'GET') client?.hear(`GET ${seen.path}\n\n`);
    return (client ?? openLane()).relay(response, upstream, interference);
  }
  const text = (await buffer(upstream)).toString('utf8');
  const headers = Object.entries(upstream.headers).filter(
    ([name]) => name !== 'content-length' && name !== 'transfer-encoding',
  );
  answer(response, {
    status: upstream.statusCode ?? 502,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: interference.reply?.(seen, text) ?? text,
  });
}

function answer(response: ServerResponse, { status, headers, body }: ForgedReply): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** The probe asked once, and so it hears one answer. */
function throwAway(answered: Promise<IncomingMessage>): void {
  answered.then(
    (upstream) => upstream.resume(),
    () => {},
  );
}

function send(request: ProxiedRequest, body: Buffer | string, base: URL): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, path } = request;
    const { 'content-length': _length, 'transfer-encoding': _coding, ...headers } = request.headers;
    const length = Buffer.byteLength(body);
    const upstream = askTarget(new URL(path, base), {
      method,
      headers: { ...headers, host: base.host, ...(length > 0 ? { 'content-length': length } : {}) },
      agent: false,
    });
    upstream.once('response', resolve).once('error', reject);
    upstream.end(body);
  });
}
