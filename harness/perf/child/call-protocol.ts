import type { ErrorCode } from '../../contract/error-table.ts';

/** What a child process can be asked: by name, with one argument, for one result, both as JSON. */
export type Calls = Readonly<Record<string, (argument: never) => unknown>>;

/** Parent to child. */
export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** Child to parent, once per call. */
export type ReplyMessage =
  | { readonly id: number; readonly result: unknown }
  | {
      readonly id: number;
      readonly error: string;
      readonly code: ErrorCode;
      readonly where?: string;
    };
