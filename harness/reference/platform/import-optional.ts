import { HarnessError } from '../../contract/harness-error.ts';

/** Loads a package that a customer installs only for one feature. Rejects with DEPENDENCY_MISSING. */
export async function importOptional<Module>(
  name: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new HarnessError('DEPENDENCY_MISSING', `the package "${name}" is not installed`, {
      cause,
    });
  }
}
