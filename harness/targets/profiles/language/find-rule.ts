import type { FramePath, FrameRule, ProfileConfig } from '../../../contract/profile-config.ts';
import { readPath, readText } from './read-path.ts';

type Frames = ProfileConfig['frames'];
type Test = (frame: unknown, name: string | undefined) => boolean;

/** A rule with its condition made ready to be asked for every frame. */
interface ReadyRule {
  readonly rule: FrameRule;
  readonly holds: Test;
}

/** Gives a function that finds the first rule that holds for a frame. */
export function prepareRules(
  frames: Frames,
): (frame: unknown) => { rule: FrameRule | undefined; name: string | undefined } {
  const ready: ReadyRule[] = frames.rules.map((rule) => ({ rule, holds: testOf(rule.when) }));
  return (frame) => {
    const name = readText(frame, frames.name);
    return { rule: ready.find(({ holds }) => holds(frame, name))?.rule, name };
  };
}

function testOf(when: FrameRule['when']): Test {
  if (typeof when === 'string') return (_, name) => isNamed(name, when);
  if (Array.isArray(when)) return (_, name) => when.some((each) => isNamed(name, each));
  const conditions = Object.entries(when);
  return (frame) => conditions.every(([path, wanted]) => meets(frame, path, wanted));
}

function isNamed(name: string | undefined, wanted: string): boolean {
  if (name === undefined) return false;
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

function meets(frame: unknown, path: FramePath, wanted: unknown): boolean {
  const value = readPath(frame, path);
  if (Array.isArray(wanted)) return wanted.includes(value);
  const there = value !== undefined && value !== null;
  if (wanted === true) return there && value !== false;
  if (wanted === false) return !there || value === false;
  return value === wanted;
}
