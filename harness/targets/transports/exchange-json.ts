import {
  request as requestHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';
import { describeUnreachable } from './describe-unreachable.ts';
import type { HttpExchange } from './transport.ts';

const timeoutMs = 10_000;

/**
 * One HTTP exchange with a JSON body. The parsed reply is `undefined` when it was not JSON.
 * Throws `TARGET_UNREACHABLE` when there was no answer within 10 s, `TARGET_UNTRUSTED` when its certificate is not trusted.
 * On `node:http`, because `fetch` refuses some ports by a list of its own and hides why a connection failed.
 */
export async function exchangeJson(
  baseUrl: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<HttpExchange & { json: unknown; headers: IncomingHttpHeaders }> {
  const started = performance.now();
  try {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const type = payload === undefined ? {} : { 'content-type': 'application/json' };
    const options = { method, headers: { ...type, ...headers } };
    const response = await send(new URL(baseUrl + path), options, payload);
    const reply = await readText(response);
    return {
      method,
      path,
      status: response.statusCode ?? 0,
      durationMs: performance.now() - started,
      body: reply,
      json: parseJson(reply),
      headers: response.headers,
    };
  } catch (cause) {
    throw describeUnreachable(baseUrl, why(cause), cause);
  }
}

function send(
  url: URL,
  options: RequestOptions,
  payload: string | undefined,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { ...options, signal: AbortSignal.timeout(timeoutMs) }, resolve)
      .on('error', reject)
      .end(payload);
  });
}

function why(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ABORT_ERR') return `no answer within ${timeoutMs / 1000} s`;
  return typeof code === 'string' ? code : String(error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
