import { criticalKinds, type CriticalKind } from '../../contract/event-kind.ts';
import { editDistance } from '../../contract/suggestion.ts';

/** Further apart, two names are different words. */
const nearest = 2;

/** Names under which the five events were seen on a real platform, depending on the path they took. */
const renamed: ReadonlyMap<string, readonly CriticalKind[]> = new Map([
  ['agentprogress', ['agent_thinking', 'tool_executing', 'tool_completed']],
  ['agentupdate', ['agent_thinking', 'tool_executing', 'tool_completed']],
  ['startagent', ['agent_started']],
  ['agentresponse', ['agent_completed']],
]);

/** The critical kinds that a name probably stands for. */
export function nearNames(name: string): readonly CriticalKind[] {
  const plain = flatten(name);
  const close = criticalKinds.filter((kind) => editDistance(plain, flatten(kind)) <= nearest);
  return close.length > 0 ? close : (renamed.get(plain) ?? []);
}

function flatten(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
