import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { CallWords, type Words } from './call-words.ts';
import { noteProblems } from './note-problems.ts';
import { schemaValue } from './value.ts';

/** Calls kept whose announcement lacks what they gave back. */
const keptSuspects = 64;

/**
 * Not every target shows the arguments of its calls, or all of them. Where a tool was seen to give back what its
 * announcement shows, an announcement without what came back tells of another call than the one that was made.
 */
export const schArgs: CheckDeclaration = {
  id: 'SCH-ARGS',
  level: 'MUST',
  title: 'tool arguments are what the tool takes',
  requirement:
    'The arguments of every tool call parse, match the schema of the tool, and are those that the tool was called with.',
  reason:
    'Arguments that do not parse, or are others, mean that the tool was not called as announced.',
  value: schemaValue,
  scope: 'run',
  hears: ['plant', 'tool_executing', 'tool_completed'],
  provenBy: ['F48'],
  leftGreenBy: ['K02', 'K09'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const words = new CallWords(context);
  /** Tools that were seen to give back what their announcement shows. */
  const showing = new Set<string | undefined>();
  const suspects: { readonly tool: string | undefined; readonly heard: Words }[] = [];
  return {
    step(record, event, run) {
      const heard = words.hear(record, event, run);
      if (event?.kind === 'tool_executing') {
        findings.meet();
        noteProblems(findings, record, event, {
          rule: 'SCH-ARGS',
          must: 'Tool arguments must match their schema because the tool reads them.',
        });
      }
      if (heard === undefined || heard.got.size === 0) return;
      if (!heard.given.isDisjointFrom(heard.got)) showing.add(event?.tool);
      else if (heard.given.size === 0 && !heard.partial && suspects.length < keptSuspects) {
        suspects.push({ tool: event?.tool, heard });
      }
    },
    end() {
      for (const { tool, heard } of suspects) {
        if (!showing.has(tool)) continue;
        findings.fail(
          [heard.announced, heard.completed],
          `The arguments of call ${heard.call} must be shown as the tool got them because record ${heard.completed} gives back ${[...heard.got].join(' and ')}.`,
          `However, record ${heard.announced} announces the call without it, where other calls of ${tool ?? 'the tool'} show what they were given.`,
        );
      }
      return findings.outcome();
    },
  };
}
