import { CommanderError } from 'commander';
import { HarnessError } from '../contract/harness-error.ts';

/** Where the system says no because of what is there or allowed, and not because of what was done with it. */
const ofTheFile = new Set([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/** Whatever a command threw, as the error that its user is told; what nobody foresaw is `INTERNAL`. */
export function harnessErrorOf(error: unknown): HarnessError {
  if (error instanceof HarnessError) return error;
  if (error instanceof CommanderError)
    return new HarnessError('USAGE', error.message.replace(/^error: /, ''), { cause: error });
  if (!(error instanceof Error)) return new HarnessError('INTERNAL', String(error));
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (path !== undefined && ofTheFile.has(code ?? ''))
    return new HarnessError('FILE_REFUSED', message, { where: path, cause: error });
  return new HarnessError('INTERNAL', stack ?? message, { cause: error });
}
