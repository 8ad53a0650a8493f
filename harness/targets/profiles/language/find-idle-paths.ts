import type { History } from '../../../contract/history.ts';
import type { FramePath, FrameRule, ProfileConfig } from '../../../contract/profile-config.ts';
import { prepareDecoder } from './decode-frame.ts';
import { prepareRules } from './find-rule.ts';
import { readPath } from './read-path.ts';

/** These are there only where there is something to tell. */
const seldom: ReadonlySet<string> = new Set([
  'when',
  'say',
  'outcome',
  'afterError',
  'refused',
  'reply',
  'replay',
  'fallbacks',
]);

/**
 * One line for each path of a rule that held nothing in all frames that the rule matched, and for a list of client
 * tools' calls that no closing frame held although tools were asked for: a typing error looks like that.
 */
export function findIdlePaths({ records }: History, config: ProfileConfig): string[] {
  const { frames, transport } = config;
  // A history does not keep the name that a stream carries beside a frame, except as the name of what it said.
  const namedBeside = transport.over === 'sse' && JSON.stringify(frames).includes('$event');
  if (namedBeside && frames.name !== '$event') return [];
  const findRule = prepareRules(frames);
  const decode = prepareDecoder(config);
  const matched = new Map<FrameRule, unknown[]>();
  for (const record of records) {
    if (record.type !== 'frame' || record.direction !== 'received' || record.cut === true) continue;
    const [event] = record.events;
    const name = namedBeside ? event?.name : undefined;
    const decoded = decode(record.raw, { cursor: event?.cursor, name });
    for (const fields of decoded.is === 'frames' ? decoded.list : []) {
      const { rule } = findRule(fields);
      if (rule === undefined) continue;
      const those = matched.get(rule);
      if (those === undefined) matched.set(rule, [fields]);
      else those.push(fields);
    }
  }
  const asked = records.some((record) => record.type === 'act' && (record.calls ?? 0) > 0);
  return [
    ...frames.rules.flatMap((rule, index) => idleIn(rule, index + 1, matched.get(rule) ?? [])),
    ...(asked ? idleCalls(config, matched) : []),
  ];
}

function idleIn(rule: FrameRule, number: number, frames: readonly unknown[]): string[] {
  if (frames.length === 0) return [];
  return Object.entries(rule).flatMap(([field, path]) => {
    if (seldom.has(field) || path === undefined) return [];
    const at = path as FramePath;
    if (frames.some((frame) => isHeld(readPath(frame, at)))) return [];
    return [
      `rule ${number} matched ${count(frames)}; its path ${write(at)} (${field}) held nothing in any of them`,
    ];
  });
}

function idleCalls(
  { frames: { clientTools } }: ProfileConfig,
  matched: ReadonlyMap<FrameRule, readonly unknown[]>,
): string[] {
  if (clientTools === undefined) return [];
  const closing = [...matched]
    .filter(([{ say }]) => [say].flat().includes('agent_completed'))
    .flatMap(([, frames]) => frames);
  if (closing.length === 0) return [];
  const isThere = closing.some((frame) => Array.isArray(readPath(frame, clientTools.calls)));
  if (isThere) return [];
  const where = `frames.clientTools.calls: ${write(clientTools.calls)}`;
  return [`${where} held no list in any frame that said agent_completed (${closing.length})`];
}

function isHeld(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

const count = ({ length }: readonly unknown[]): string =>
  length === 1 ? '1 frame' : `${length} frames`;

const write = (path: FramePath): string => [path].flat().join(' or ');
