import type { EventKind } from '../../../contract/event-kind.ts';
import type { ProfileConfig, Template } from '../../../contract/profile-config.ts';
import { hash } from 'node:crypto';
import { writeEvent } from '../../transports/socket-io-packet.ts';
import { readRequestText } from '../../transports/request-text.ts';
import type { Intent, Intents, SentRequest } from '../../profile.ts';
import { askPlainly, expectPlainly } from '../ask-plainly.ts';
import { parseFrame } from '../parse-frame.ts';
import { fill, fillInside, type Values } from './fill.ts';
import { readBack } from './read-back.ts';
import { prepareSentReader } from './read-sent.ts';
import { clientToolPlaces } from './run-client-tool.ts';

type IntentsConfig = ProfileConfig['intents'];

/** How a profile that is written as data puts the wishes of a journey. */
export function intentsByTemplates(config: ProfileConfig): Intents {
  const { intents, transport } = config;
  const readSent = prepareSentReader(config);
  const write = (template: Template, request: string | undefined, values: Values): string => {
    const filled = fill(template, values);
    if (transport.over === 'socket.io') {
      const [name, ...rest] = Array.isArray(filled) ? filled : [filled];
      return writeEvent(String(name), ...rest);
    }
    const body = JSON.stringify(filled);
    return request === undefined ? body : `${fillInside(request, values)}\n\n${body}`;
  };
  const { cancel, resume, subscribe, ping } = intents;
  const resumes = resume !== undefined || intents.resumeRequest !== undefined;
  return {
    phrase: (wishes) => phrase(intents, wishes),
    chat({ content, key, thread }) {
      const own = thread ?? uuidOf(key);
      const ask = readAsk(content);
      const values = {
        ...(typeof ask === 'object' ? ask : {}),
        content,
        ask,
        key,
        keyUuid: uuidOf(`run ${key}`),
        ...clientToolPlaces,
        thread: usesOwnThread(intents) ? own : thread,
      };
      return write(intents.chat, intents.chatRequest, values);
    },
    readSent: (sent) => readRequest(intents, readSent(sent).body),
    ...(cancel === undefined
      ? {}
      : { cancel: (run) => write(cancel, intents.cancelRequest, { run }) }),
    ...(resumes
      ? {
          resume: (run, after, thread) => {
            const values = { run, after, thread };
            if (resume !== undefined) return write(resume, intents.resumeRequest, values);
            return `${fillInside(intents.resumeRequest ?? '', values)}\n\n`;
          },
        }
      : {}),
    ...(subscribe === undefined
      ? {}
      : { subscribe: (run) => write(subscribe, undefined, { run }) }),
    ...(ping === undefined ? {} : { ping: () => write(ping, undefined, {}) }),
    inspect(sent) {
      if (transport.over === 'socket.io') return undefined;
      const { body } = readRequestText(sent);
      const parsed = body === '' ? undefined : parseFrame(body);
      // A message has the shape that its template gives it, which need not be an object.
      const isBroken = parsed?.ok === false && parsed.problem.rule === 'WIRE-JSON';
      return isBroken ? [parsed.problem] : undefined;
    },
    expects: (wishes) => expectPromised(config, expectPlainly(wishes)),
  };
}

function readRequest(
  { chat, cancel, resume }: IntentsConfig,
  body: unknown,
): SentRequest | undefined {
  const { key } = readBack(chat, body) ?? {};
  if (typeof key === 'string') return { act: 'chat', key };
  for (const [act, template] of [
    ['cancel', cancel],
    ['resume', resume],
  ] as const) {
    const { run } = (template === undefined ? undefined : readBack(template, body)) ?? {};
    if (typeof run === 'string') return { act, run };
  }
  return undefined;
}

/** A thread without a question mark is named by the client. */
function usesOwnThread({ chat, chatRequest = '' }: IntentsConfig): boolean {
  return /\$thread(?!\?)/.test(JSON.stringify(chat) + chatRequest);
}

function phrase({ ask, between }: IntentsConfig, wishes: readonly Intent[]): string | undefined {
  if (ask === 'plainly') return askPlainly(wishes);
  if (wishes.length !== 1 && between === undefined) return undefined;
  const parts = wishes.map((wish) => {
    const template = ask[wish.kind];
    if (template === undefined) return undefined;
    const filled = fill(template, valuesOf(wish));
    return typeof filled === 'string' ? filled : JSON.stringify(filled);
  });
  return parts.includes(undefined) ? undefined : parts.join(between ?? '');
}

function valuesOf(wish: Intent): Values {
  const seconds = wish.kind === 'slow' ? wish.milliseconds / 1000 : 0;
  const [left, right] = wish.kind === 'parallel' ? wish.texts : [];
  return { ...wish, seconds, left, right };
}

function readAsk(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** A kind that the target does not know is not expected of it. */
function expectPromised({ promises }: ProfileConfig, kinds: readonly EventKind[]): EventKind[] {
  return kinds.filter((kind) => promises.kinds?.[kind] !== 'absent');
}

/** A UUID that stands for a name: some targets take no other ids. */
function uuidOf(name: string): string {
  const digits = hash('sha1', name, 'hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `5${digits.slice(13, 16)}`];
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
