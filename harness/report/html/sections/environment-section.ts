import type { Result } from '../../../contract/result.ts';
import { formatCount } from '../../text/format-count.ts';
import { html } from '../markup.ts';
import type { Section } from '../section.ts';

/** Where it ran: two measurements compare only when these agree. */
export function environmentSection({ environment, tool, run_id: run }: Result): Section {
  const facts: readonly (readonly [string, string])[] = [
    ['Run', run],
    ['Tool', `${tool.name} ${tool.version}`],
    ['Node', environment.node],
    ['Platform', environment.platform],
    ['Processor', `${environment.cpu}, ${formatCount(environment.cores)} cores`],
    ['Memory', `${formatCount(environment.memory_mb)} MB`],
    ['Where', environment.ci ? 'continuous integration' : 'a person’s machine'],
    ...(environment.commit === undefined ? [] : [['Commit', environment.commit] as const]),
  ];
  return {
    id: 'environment',
    title: 'Environment',
    body: html`<dl class="proof">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`,
  };
}
