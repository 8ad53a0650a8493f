import type { ExitCode } from '../contract/exit-code.ts';
import type { Console } from './console.ts';

export interface CommandOption {
  /** As commander reads it: `--target <name>`. */
  readonly flags: string;
  readonly sentence: string;
  readonly repeatable?: true;
  readonly choices?: readonly string[];
}

export interface CommandArgument {
  /** `<name>`, `[name]`, `<name...>` or `[name...]`. */
  readonly name: string;
  readonly sentence: string;
}

export interface CommandInput {
  readonly options: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
  readonly signal: AbortSignal;
}

/** What a command takes, as data, plus one function that does it and says how it ended. */
export interface Command {
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  run(input: CommandInput, console: Console): Promise<ExitCode>;
}
