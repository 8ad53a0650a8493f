import type { ProfileConfig, Template } from '../../../contract/profile-config.ts';
import { suggest } from '../../../contract/suggestion.ts';

/** What the places of `ask` may be called, by intent. */
const askedFor: Readonly<Record<string, readonly string[]>> = {
  echo: ['text'],
  count: ['counter'],
  slow: ['milliseconds', 'seconds'],
  fail: [],
  parallel: ['left', 'right', 'texts'],
  long: ['pieces'],
  plain: ['text'],
  large: ['characters'],
  ghost: [],
};
const ofMessage = ['content', 'ask', 'key', 'keyUuid', 'tools', 'plainTools', 'thread'];

/** One line for each place of a template that nothing ever fills, such as `$texxt`. */
export function findMisnamedPlaces({ intents, frames }: ProfileConfig): string[] {
  const { ask, chat, chatRequest } = intents;
  const asked = ask === 'plainly' ? [] : Object.entries(ask);
  const templates: [where: string, template: Template | undefined, known: readonly string[]][] = [
    ...asked.map(([kind, template]): (typeof templates)[number] => [
      `intents.ask.${kind}`,
      template,
      askedFor[kind] ?? [],
    ]),
    ['intents.cancel', intents.cancel, ['run']],
    ['intents.cancelRequest', intents.cancelRequest, ['run']],
    ['intents.resume', intents.resume, ['run', 'after', 'thread']],
    ['intents.resumeRequest', intents.resumeRequest, ['run', 'after', 'thread']],
    ['frames.clientTools.result', frames.clientTools?.result, ['call', 'output']],
    [
      'frames.clientTools.next',
      frames.clientTools?.next,
      ['results', 'turn', 'tools', 'plainTools'],
    ],
    ...frames.rules.map(({ reply }, index): (typeof templates)[number] => [
      `frames.rules.${index}.reply`,
      reply,
      ['run', 'turn', 'tools', 'plainTools'],
    ]),
  ];
  // A text that is JSON is taken apart as well, and its fields are only known once it is filled.
  const isWritten = asked.some(([, each]) => typeof each === 'string' && /^\s*\{/.test(each));
  if (!isWritten) {
    const known = [...ofMessage, ...asked.flatMap(([, each]) => namesIn(each))];
    templates.push(['intents.chat', chat, known], ['intents.chatRequest', chatRequest, known]);
  }
  return templates.flatMap(([where, template, known]) =>
    textsIn(template).flatMap((text) => misnamedIn(text, known).map((line) => `${where}: ${line}`)),
  );
}

/** A place inside a text may be a text of its own (`#/$defs/x`): only what resembles a place is taken for one. */
function misnamedIn(text: string, known: readonly string[]): string[] {
  const isWhole = /^\$[A-Za-z_]\w*\??$/.test(text);
  return [...text.matchAll(/\$([A-Za-z_]\w*)/g)].flatMap(([place, name = '']) => {
    if (known.includes(name)) return [];
    const guess = suggest(name, known);
    if (guess === undefined && !isWhole) return [];
    const places = known.map((each) => `$${each}`).join(', ') || 'no place at all';
    const hint = guess === undefined ? '' : ` (did you mean "$${guess}"?)`;
    return [`nothing fills the place "${place}"${hint}; expected ${places}`];
  });
}

function namesIn(template: Template): string[] {
  const isObject = typeof template === 'object' && template !== null && !Array.isArray(template);
  return isObject ? Object.keys(template) : [];
}

function textsIn(template: Template | undefined): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap((each: Template) => textsIn(each));
}
