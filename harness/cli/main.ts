import { Command as Program, CommanderError, Option } from 'commander';
import { exitCodes, type ExitCode } from '../contract/exit-code.ts';
import { toolVersion } from '../contract/tool-version.ts';
import { commandTable } from './command-table.ts';
import type { Command, CommandOption } from './command.ts';
import { openConsole } from './console.ts';
import { describeError } from './describe-error.ts';
import { harnessErrorOf } from './harness-error-of.ts';

const exitHelp = `
Exit codes: 0 passed on evidence · 1 something required failed · 2 unknown (unreachable, not exercised)
            64 wrong usage or config · 70 fault of the harness · 130/143 interrupted`;

/** Runs one command line and returns its exit code; nothing below ever ends the process. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.pass;
  const stop = listenForStop();
  const program = new Program('golden-path')
    .description('Proves that an agent-chat platform still delivers its golden path.')
    .version(toolVersion)
    .showSuggestionAfterError()
    .exitOverride()
    // What went wrong is told once, and like every other error.
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', exitHelp);
  for (const entry of commandTable) {
    const declared = program.command(entry.name).description(entry.sentence).exitOverride();
    if (!words.includes(entry.name)) continue;
    const { command } = await entry.load();
    declareCommand(declared, command, async (operands, options) => {
      const { quiet, compact } = options;
      const console = openConsole(
        quiet === true,
        compact === undefined ? compact : compact === true,
      );
      code = await command.run({ operands, options, signal: stop.signal }, console);
    });
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    code = report(error, words.includes('--json'));
  } finally {
    stop.release();
  }
  return stop.code() ?? code;
}

function declareCommand(
  declared: Program,
  command: Command,
  run: (operands: string[], options: Record<string, unknown>) => Promise<void>,
): void {
  for (const { name, sentence } of command.arguments) declared.argument(name, sentence);
  for (const option of command.options) declared.addOption(optionOf(option));
  declared.action(async () => {
    await run(declared.args, declared.opts());
  });
}

function optionOf(declared: CommandOption): Option {
  const option = new Option(declared.flags, declared.sentence);
  if (declared.choices !== undefined) option.choices([...declared.choices]);
  if (declared.repeatable === true) {
    const { parseArg } = option;
    option.argParser((value: string, previous: string[] | undefined) => {
      parseArg?.(value, undefined);
      return [...(previous ?? []), value];
    });
  }
  return option;
}

function report(error: unknown, json: boolean): ExitCode {
  // Help was asked for, or nothing was: commander has written it.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.pass;
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const known = harnessErrorOf(error);
  process.stderr.write(describeError(known, json));
  return known.exitCode;
}

/** The first SIGINT or SIGTERM asks the command to finish with what it has; its code wins over the verdict's. */
function listenForStop(): { signal: AbortSignal; code(): ExitCode | undefined; release(): void } {
  const controller = new AbortController();
  let code: ExitCode | undefined;
  const interrupt = (): void => stopWith(exitCodes.interrupted);
  const terminate = (): void => stopWith(exitCodes.terminated);
  const stopWith = (wanted: ExitCode): void => {
    code = wanted;
    controller.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', terminate);
  return {
    signal: controller.signal,
    code: () => code,
    release: () => void process.off('SIGINT', interrupt).off('SIGTERM', terminate),
  };
}
