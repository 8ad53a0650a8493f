import { checkTable } from '../../checks/check-table.ts';
import { errorTable, type ErrorCode } from '../../contract/error-table.ts';
import { exitCodes } from '../../contract/exit-code.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { Command } from '../command.ts';
import { sharedOptions } from '../shared-options.ts';

/** `golden-path explain`: what a check demands and why, or what an error means. */
export const command: Command = {
  arguments: [{ name: '<id>', sentence: 'a check such as PAIR-OPEN, or an error code' }],
  options: [sharedOptions.quiet],
  async run({ operands: [id = ''] }, console) {
    const text = explainCheck(id) ?? explainError(id);
    if (text !== undefined) {
      console.write(text);
      return exitCodes.pass;
    }
    const known = [...checkTable.map((check) => check.id), ...Object.keys(errorTable)];
    const guess = suggest(id, known);
    const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
    throw new HarnessError('USAGE', `there is no check and no error "${id}"${hint}`);
  },
};

function explainCheck(id: string): string | undefined {
  const check = checkTable.find((one) => one.id === id);
  if (check === undefined) return undefined;
  return [
    `${check.id}  ${check.level}  ${check.title}`,
    '',
    `Requires  ${check.requirement}`,
    `Because   ${check.reason}`,
    `For       ${check.value.segment}: ${check.value.goal}`,
    `Breaks    ${check.value.impact}`,
    `Proof     turned red by ${check.provenBy.join(', ')}; left green by ${check.leftGreenBy.join(', ') || 'no decoy yet'}`,
    '',
  ].join('\n');
}

function explainError(id: string): string | undefined {
  if (!Object.hasOwn(errorTable, id)) return undefined;
  const { exit, hint } = errorTable[id as ErrorCode];
  return `${id}  ends with exit code ${exitCodes[exit]}\n\nNext  ${hint}\n`;
}
