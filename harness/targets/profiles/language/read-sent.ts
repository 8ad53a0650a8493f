import type { ProfileConfig, Template } from '../../../contract/profile-config.ts';
import { readRequestText } from '../../transports/request-text.ts';
import { readPacket } from '../../transports/socket-io-packet.ts';
import { findPlace } from './fill.ts';
import { readBack } from './read-back.ts';
import { readPath, readText } from './read-path.ts';

/** What a sent frame tells of itself: a message, results of tools, or a wish to go on with a run. */
export interface SentFrame {
  readonly body: unknown;
  readonly key: string | undefined;
  readonly thread: string | undefined;
  /** Calls that got their results. */
  readonly answered: readonly { readonly call: string; readonly output: string }[];
  /** The open run is to stop. */
  readonly cancels: boolean;
  /** The run that is to be gone on with. */
  readonly resumed: string | undefined;
}

/** Reads back what the templates of a profile have written. */
export function prepareSentReader(config: ProfileConfig): (text: string) => SentFrame {
  const { chat, chatRequest, cancel, resume, resumeRequest } = config.intents;
  const places = { key: join(findPlace(chat, 'key')), thread: join(findPlace(chat, 'thread')) };
  const inPath = { chat: patternOf(chatRequest), resume: patternOf(resumeRequest) };
  const resumedAt = resume === undefined ? undefined : join(findPlace(resume, 'run'));
  return (text) => {
    const { method, path, body: raw } = readRequestText(text);
    const line = path === undefined ? '' : `${method} ${path}`;
    const body = config.transport.over === 'socket.io' ? readEvent(raw) : readJson(raw);
    const resumed =
      inPath.resume?.exec(line)?.groups?.['run'] ??
      (raw === '' ? undefined : readText(body, resumedAt));
    return {
      body,
      key: resumed === undefined ? readText(body, places.key) : undefined,
      thread:
        inPath.resume?.exec(line)?.groups?.['thread'] ??
        inPath.chat?.exec(line)?.groups?.['thread'] ??
        readText(body, places.thread),
      answered: answersIn(config, body),
      cancels: cancel !== undefined && readBack(cancel, body) !== undefined,
      resumed,
    };
  };
}

function answersIn({ frames }: ProfileConfig, body: unknown): SentFrame['answered'] {
  const { clientTools } = frames;
  if (clientTools === undefined) return [];
  const results = findPlace(clientTools.next, 'results');
  if (results === undefined) {
    const { call, output } = readBack(clientTools.result, body) ?? {};
    return typeof call === 'string' && typeof output === 'string' ? [{ call, output }] : [];
  }
  const list = readPath(body, join(results));
  if (!Array.isArray(list)) return [];
  const at = {
    call: place(clientTools.result, 'call'),
    output: place(clientTools.result, 'output'),
  };
  return list.flatMap((each: unknown) => {
    const call = readText(each, at.call);
    const output = readText(each, at.output);
    return call === undefined || output === undefined ? [] : [{ call, output }];
  });
}

const place = (template: Template, name: string): string | undefined =>
  join(findPlace(template, name));

const join = (steps: readonly string[] | undefined): string | undefined => steps?.join('.');

/** A request line with a named group for each place. */
function patternOf(line: string | undefined): RegExp | undefined {
  if (line === undefined) return undefined;
  const [first = ''] = line.split('\n');
  const escaped = first.replace(/[.*+?^{}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\$(\w+)/g, '(?<$1>[^/?]+)')}`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An event that we sent, as the template that wrote it: its name and its first value. */
function readEvent(text: string): unknown {
  const packet = readPacket(text);
  return packet.kind === 'event' ? packet.values : undefined;
}
