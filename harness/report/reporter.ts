import type { Result } from '../contract/result.ts';

/** What a report may know of the place it is shown in; handed in, never looked up. */
export interface Screen {
  /** Columns; nothing but a command to copy is ever wider. */
  readonly width: number;
  readonly colour: boolean;
  /** False where only ASCII can be shown. */
  readonly unicode: boolean;
  /** Where the page of this result was written, if it was. */
  readonly page?: string;
}

/** One format: a name for `--reporter`, how its files end, a sentence for people, and the projection itself. */
export interface Reporter {
  readonly name: string;
  readonly extension: string;
  readonly sentence: string;
  /** Pure: the same result and screen give the same bytes, live or read back. */
  render(result: Result, screen: Screen): string;
}
