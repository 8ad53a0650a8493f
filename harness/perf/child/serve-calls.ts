import { HarnessError } from '../../contract/harness-error.ts';
import type { CallMessage, Calls, ReplyMessage } from './call-protocol.ts';

/** An error a user can act on keeps its code; of any other, the first place in the stack says where to look. */
function describe(error: unknown): Omit<Extract<ReplyMessage, { error: string }>, 'id'> {
  if (error instanceof HarnessError) {
    const { message, code, where } = error;
    return { error: message, code, ...(where === undefined ? {} : { where }) };
  }
  const code = 'MEASURED_PROCESS_FAILED';
  if (!(error instanceof Error)) return { error: String(error), code };
  const place = error.stack?.split('\n').find((line) => line.startsWith('    at '));
  return { error: `${error.message}${place === undefined ? '' : ` (${place.trim()})`}`, code };
}

async function answer(calls: Calls, { id, name, argument }: CallMessage): Promise<ReplyMessage> {
  const call = calls[name] as ((argument: unknown) => unknown) | undefined;
  if (call === undefined) return { id, ...describe(`nobody answers to "${name}"`) };
  try {
    return { id, result: await call(argument) };
  } catch (error) {
    return { id, ...describe(error) };
  }
}

/** Answers the parent's calls, in a process started by `startChild`, until the parent goes away. */
export function serveCalls(calls: Calls): void {
  process.on('message', (message: CallMessage) => {
    void answer(calls, message).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of a terminal: what becomes of the measurement is for the parent to say.
  process.on('SIGINT', () => {});
}
