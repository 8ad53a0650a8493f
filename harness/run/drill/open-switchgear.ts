import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../contract/config.ts';
import type { Target } from '../../targets/target.ts';
import { runShell } from '../shell/run-shell.ts';
import type { Switchgear } from './switchgear.ts';

export interface SwitchgearOrder {
  readonly target: Target;
  /** What is to answer after the revert, as targets are named. */
  readonly previous: string;
  readonly config: Pick<Config, 'rollback'>;
  /** Where the commands of the config run. */
  readonly root: string;
  /** The run's folder; gets what the commands print. */
  readonly folder: string;
}

/** How this target is led back to the phase before; `undefined` when there is no way back. */
export function openSwitchgear(order: SwitchgearOrder): Switchgear | undefined {
  const { rollback } = order.config;
  if (rollback !== undefined) return byCommands(order, rollback);
  const { control, name } = order.target;
  if (control === undefined) return undefined;
  return byControl(control, phaseOf(name), phaseOf(order.previous));
}

function phaseOf(name: string): string {
  return name.replace(/^specimen:/, '');
}

function byCommands(
  { target, previous, root, folder }: SwitchgearOrder,
  { revert, apply, within }: NonNullable<Config['rollback']>,
): Switchgear {
  const run = async (name: string, command: string): Promise<string | undefined> => {
    const log = join(folder, `rollback-${name}.log`);
    const environment = { GOLDEN_PATH_TARGET_URL: target.url };
    const { ending, output } = await runShell({
      command,
      cwd: root,
      log,
      withinMs: within,
      environment,
    });
    if (ending === 'exit 0') return undefined;
    const printed = output === '' ? 'it printed nothing' : `it printed: ${output}`;
    return `"${command}" ended with ${ending}; ${printed}`;
  };
  return {
    current: target.name,
    previous,
    revert: () => run('revert', revert),
    apply: () => run('apply', apply),
  };
}

const AnswerSchema = z.looseObject({
  answering: z.string().optional(),
  error: z.string().optional(),
});

function byControl(control: string, current: string, previous: string): Switchgear {
  const switchTo = async (phase: string): Promise<string | undefined> => {
    try {
      const response = await fetch(`${control}/${phase}`, { method: 'PUT' });
      const answer = AnswerSchema.parse(await response.json());
      if (response.ok && answer.answering === phase) return undefined;
      const said = answer.error ?? `"${answer.answering ?? 'nothing'}" answers`;
      return `PUT ${control}/${phase} gave ${response.status}: ${said}`;
    } catch (error) {
      return `PUT ${control}/${phase} failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  return {
    current,
    previous,
    revert: () => switchTo(previous),
    apply: () => switchTo(current),
  };
}
