import { setTimeout as pause } from 'node:timers/promises';
import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive, type Message } from '../proxy/message.ts';
import { strike, type Act } from './strike.ts';

const is =
  (kind: EventKind) =>
  (message: Message): boolean =>
    isLive(message, kind);

/** Strikes the first event of this kind. */
export function on(kind: EventKind, detail: string, act: Act): Damage {
  return strike(is(kind), detail, act);
}

/** The first event of this kind never arrives. */
export function drop(kind: EventKind): Damage {
  return on(kind, `dropped ${kind}`, () => []);
}

/** The first event of this kind arrives twice. */
export function repeat(kind: EventKind): Damage {
  return on(kind, `repeated ${kind}`, ({ text }) => [text, text]);
}

/** The first event of this kind arrives changed. */
export function change(kind: EventKind, rewrite: (text: string) => string): Damage {
  return on(kind, `changed ${kind}`, ({ text }) => [rewrite(text)]);
}

/** Something else follows the first event of this kind. */
export function follow(kind: EventKind, more: (text: string) => readonly string[]): Damage {
  return on(kind, `added after ${kind}`, ({ text }) => [text, ...more(text)]);
}

/** Something else comes before the first event of this kind. */
export function precede(kind: EventKind, more: (text: string) => readonly string[]): Damage {
  return on(kind, `added before ${kind}`, ({ text }) => [...more(text), text]);
}

/** The first event of this kind, and all behind it on that connection, arrives `ms` later. */
export function hold(kind: EventKind, ms: number): Damage {
  return on(kind, `held ${kind} back for ${ms} ms`, async ({ text }) => {
    await pause(ms);
    return [text];
  });
}

/** The first event of this kind arrives `ms` later, and what comes behind it passes it. */
export function detour(kind: EventKind, ms: number): Damage {
  return on(kind, `sent ${kind} on a detour of ${ms} ms`, ({ text }, lane) => {
    setTimeout(() => lane.say(text), ms);
    return [];
  });
}
