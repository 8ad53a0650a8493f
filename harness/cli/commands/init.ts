import { z } from 'zod';
import { exitCodes } from '../../contract/exit-code.ts';
import { initProject, type InitOutcome } from '../../run/init/init-project.ts';
import { ciNames } from '../../run/init/list-files.ts';
import type { Command } from '../command.ts';
import { readOptions, sharedOptions } from '../shared-options.ts';

const OptionsSchema = z.object({
  ci: z.enum(ciNames).optional(),
  force: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `golden-path init`: a configuration to begin with, and workflows for CI. */
export const command: Command = {
  arguments: [{ name: '[dir]', sentence: 'the project (default: the working directory)' }],
  options: [
    {
      flags: '--ci <service>',
      sentence: 'also write workflows: the gate per change and phase, the night with its dashboard',
      choices: ciNames,
    },
    { flags: '--force', sentence: 'write over files that are there already' },
    sharedOptions.json,
  ],
  run(input, console) {
    const options = readOptions(OptionsSchema, input);
    const outcomes = initProject({
      root: input.operands[0] ?? '.',
      ci: options.ci,
      force: options.force,
    });
    const lines = outcomes.map(({ path, done }) =>
      done === 'left alone' ? `${path}: is there already, left alone` : `${path}: ${done}`,
    );
    for (const line of nextSteps(outcomes)) console.say(line);
    console.write(options.json ? `${JSON.stringify(outcomes)}\n` : `${lines.join('\n')}\n`);
    return Promise.resolve(exitCodes.pass);
  },
};

function nextSteps(outcomes: readonly InitOutcome[]): string[] {
  const config = outcomes.find(({ path }) => path.startsWith('golden-path.config.'));
  const own = outcomes.find(({ path }) => path === '.gitlab-ci.yml');
  const part = outcomes.find(({ path }) => path.startsWith('.gitlab/'));
  return [
    ...(own?.done === 'left alone'
      ? [`next: include ${part?.path ?? ''} in your own .gitlab-ci.yml ("include: local")`]
      : []),
    ...(outcomes.length > 1
      ? ['next: read the first lines of each workflow, they say what it needs']
      : []),
    `next: say in ${config?.path ?? 'the configuration'} where your platform is, then golden-path probe staging`,
  ];
}
