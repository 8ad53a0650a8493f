import { intents, type Act, type Intent } from './intents.ts';

const byWord: ReadonlyMap<string, Intent> = new Map(Object.entries(intents));

function planPart(part: string): Act | undefined {
  const [, word = '', argument = ''] = /^(\w+)(?:\s+([^]*))?$/.exec(part.trim()) ?? [];
  return byWord.get(word)?.plan(argument.trim());
}

/** Reads a message as a script. What no intent understands is answered plainly, as a whole. */
export function parseScript(content: string): readonly Act[] {
  const acts = content.split(' ; ').map(planPart);
  if (acts.every((act) => act !== undefined)) return acts;
  const help = Object.values(intents).map(({ usage }) => usage);
  return [
    {
      reasoning: 'I have no script for this message.',
      calls: [],
      pieces: [`You said: ${content}\n`, `I understand: ${help.join(' · ')}`],
    },
  ];
}
