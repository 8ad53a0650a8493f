import { z } from 'zod';
import { DispatcherError } from './dispatcher-error.ts';

/** One pattern instead of three rules: a context is made for every request, and each rule costs. */
const identity =
  /^(?!(?:default|anonymous|undefined|null|none|system|registry_.*|temp_.*|test_.*)$).{1,128}$/is;

const id = z.string().regex(identity, 'not an identity: 1 to 128 characters, no placeholder');

export const UserExecutionContextSchema = z.strictObject({
  userId: id,
  threadId: id,
  runId: id,
  requestId: id,
});

/** For whom, where and why one run works. Immutable; nothing in it is shared between runs. */
export type UserExecutionContext = Readonly<z.infer<typeof UserExecutionContextSchema>>;

class ValidatedContext implements UserExecutionContext {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;
  readonly requestId: string;
  /** Its presence is the proof of validation: no other class can forge a private name. */
  readonly #validated = true;

  constructor(ids: UserExecutionContext) {
    this.userId = ids.userId;
    this.threadId = ids.threadId;
    this.runId = ids.runId;
    this.requestId = ids.requestId;
    Object.freeze(this);
  }

  static includes(context: UserExecutionContext): boolean {
    return #validated in context && context.#validated;
  }
}

/**
 * Validates and freezes; what was validated before is returned as it is.
 * Placeholders such as `default` or `temp_1` are refused, because they made users share state.
 * Throws a DispatcherError `CONTEXT_INVALID`.
 */
export function createUserExecutionContext(input: UserExecutionContext): UserExecutionContext {
  if (ValidatedContext.includes(input)) return input;
  const ids = UserExecutionContextSchema.safeParse(input);
  if (ids.success) return new ValidatedContext(ids.data);
  throw new DispatcherError('CONTEXT_INVALID', z.prettifyError(ids.error), { cause: ids.error });
}
