import { HarnessError } from '../../../contract/harness-error.ts';
import type { ProfileConfig } from '../../../contract/profile-config.ts';
import { exchangeJson } from '../../transports/exchange-json.ts';
import { openSocketIoLink, type Recovery } from '../../transports/socket-io-link.ts';
import { openSseLink } from '../../transports/open-sse-link.ts';
import type { Credentials, HttpExchange, Transport } from '../../transports/transport.ts';
import { openWebSocketLink } from '../../transports/websocket-link.ts';
import type { User } from '../../user.ts';
import { loginWithKey } from '../login-with-key.ts';
import { fill, fillInside, type Values } from './fill.ts';
import { readText } from './read-path.ts';

type TransportConfig = ProfileConfig['transport'];

/** Login and connection of a profile that is written as data. */
export function transportByConfig(config: TransportConfig): Transport {
  const recoveries = new WeakMap<Credentials, Recovery>();
  return {
    via: config.protocols.some((each) => each.includes('$token')) ? 'subprotocol' : 'header',
    ...(config.over === 'sse' ? { streamPerMessage: true } : {}),
    login: (baseUrl, user) =>
      config.login.length === 0 ? loginWithKey(baseUrl, user) : logIn(config, baseUrl, user),
    connect(baseUrl, credentials, listener, deadlines) {
      const values = { ...credentials?.values, ...tokenOf(credentials) };
      const url = placeOf(baseUrl, fillInside(config.path, values));
      const headers = fillHeaders(config.headers, values);
      if (config.over === 'sse') {
        const { endMark } = config;
        const options = { headers, ...(endMark === undefined ? {} : { endMark }) };
        return openSseLink(url, options, listener, deadlines);
      }
      const socketUrl = url.replace(/^http/, 'ws');
      if (config.over === 'socket.io') {
        const recovery = recoveryOf(recoveries, credentials);
        const auth = config.auth === undefined ? undefined : fill(config.auth, values);
        return openSocketIoLink(socketUrl, { headers, auth, recovery }, listener, deadlines);
      }
      const protocols = config.protocols.filter((each) => isFilled(each, values));
      const offered = protocols.map((each) => fillInside(each, values));
      return openWebSocketLink(socketUrl, { protocols: offered, headers }, listener, deadlines);
    },
  };
}

function tokenOf(credentials: Credentials | undefined): Values {
  return credentials === undefined ? {} : { token: credentials.token };
}

/** A target's URL that names a path means that path; else the one that the profile is used to. */
function placeOf(baseUrl: string, path: string): string {
  const { pathname } = new URL(baseUrl);
  return pathname === '/' ? `${new URL(baseUrl).origin}${path}` : baseUrl;
}

function isFilled(text: string, values: Values): boolean {
  return [...text.matchAll(/\$(\w+)/g)].every(([, name = '']) => Object.hasOwn(values, name));
}

/** Headers whose places have no value are not sent. */
function fillHeaders(headers: TransportConfig['headers'], values: Values): Record<string, string> {
  const known = Object.entries(headers).filter(([, text]) => isFilled(text, values));
  return Object.fromEntries(known.map(([name, text]) => [name, fillInside(text, values)]));
}

/** What a lost client missed is kept for whoever logged in: a login belongs to one session. */
function recoveryOf(all: WeakMap<Credentials, Recovery>, who: Credentials | undefined): Recovery {
  const known = who === undefined ? undefined : all.get(who);
  const recovery = known ?? { pid: undefined, offset: undefined };
  if (who !== undefined) all.set(who, recovery);
  return recovery;
}

async function logIn(config: TransportConfig, baseUrl: string, user: User): Promise<Credentials> {
  const { origin } = new URL(baseUrl);
  const values: Record<string, string> = { email: user.email, password: user.password };
  const taken: Record<string, string> = {};
  const exchanges: HttpExchange[] = [];
  for (const step of config.login) {
    const known = { ...values, token: user.password, ...taken };
    const headers = { ...fillHeaders(step.headers ?? {}, known) };
    const path = placeOf(baseUrl, step.path).slice(origin.length);
    const body = step.body === undefined ? undefined : fill(step.body, known);
    const exchange = await exchangeJson(origin, step.method, path, body, headers);
    exchanges.push(exchange);
    if (exchange.status >= 400) refuse(step, exchange.status, user, baseUrl);
    for (const [name, where] of Object.entries(step.take)) {
      const value = where.startsWith('header:')
        ? exchange.headers[where.slice('header:'.length)]
        : readText(exchange.json, where);
      if (typeof value !== 'string') refuse(step, exchange.status, user, baseUrl, where);
      taken[name] = value;
    }
  }
  const { token = user.password, ...rest } = taken;
  return { token, secrets: [...new Set([user.password, token])], exchanges, values: rest };
}

function refuse(
  step: TransportConfig['login'][number],
  status: number,
  user: User,
  where: string,
  missing?: string,
): never {
  const what = `${step.method} ${step.path} for ${user.email} answered ${status}`;
  const wanted = missing === undefined ? '' : ` without ${missing}`;
  throw new HarnessError('TARGET_LOGIN_REFUSED', `${what}${wanted}`, { where });
}
