import { request as askTarget, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { EventLane } from './event-lane.ts';
import type { ForgedReply, ProxiedRequest } from './interference.ts';
import type { ProxyOptions } from './proxy-options.ts';

/** Hands one HTTP exchange on to the target at `base`, or answers it as the damage wants. */
export async function relayHttp(
  request: IncomingMessage,
  response: ServerResponse,
  base: URL,
  proxy: Pick<ProxyOptions, 'interference' | 'lanes' | 'project'>,
): Promise<void> {
  const { interference } = proxy;
  const seen: ProxiedRequest = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers,
  };
  const body = await buffer(request);
  const forged = interference.request?.(seen);
  if (forged !== undefined) return answer(response, forged);
  const upstream = await send(seen, body, base);
  if (upstream.headers['content-type']?.startsWith('text/event-stream') === true) {
    const lane = new EventLane(proxy.lanes.length, response, proxy.project());
    proxy.lanes.push(lane);
    response.on('close', () => upstream.destroy());
    response.writeHead(upstream.statusCode ?? 502, { ...upstream.headers });
    return lane.relay(upstream, interference);
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

function send(request: ProxiedRequest, body: Buffer, base: URL): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, path, headers } = request;
    const upstream = askTarget(new URL(path, base), {
      method,
      headers: { ...headers, host: base.host },
      agent: false,
    });
    upstream.once('response', resolve).once('error', reject);
    upstream.end(body);
  });
}
