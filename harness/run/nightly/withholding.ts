import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '../../contract/demo-users.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Result } from '../../contract/result.ts';
import type { User } from '../../targets/user.ts';

const mark = '[withheld]';

/** What stands in a text by chance cannot be told from a secret. */
const shortestSecret = 4;

/**
 * Keeps what people log in with out of everything that outlives a night. The probe never records a password; this is
 * for whoever else prints one: a runner that quotes what was typed, or a target that echoes it.
 */
export class Withholding {
  readonly #secrets: readonly string[];

  constructor(users: readonly User[]) {
    const own = users.filter(({ password }) => password !== demoPassword);
    // Whoever is called by a number has an address that is nobody's business either.
    const said = own.flatMap((one) =>
      one.name === one.email ? [one.password] : [one.password, one.email],
    );
    const forms = said.filter((one) => one.length >= shortestSecret).flatMap(formsOf);
    this.#secrets = [...new Set(forms)].toSorted((one, other) => other.length - one.length);
  }

  clean(text: string): string {
    return this.#secrets.reduce((clean, secret) => clean.replaceAll(secret, mark), text);
  }

  cleanResult(result: Result): Result {
    return JSON.parse(this.clean(JSON.stringify(result))) as Result;
  }

  /** The same error without what must not be told; anything that is no error of ours is given back as it is. */
  cleanError(error: unknown): unknown {
    if (!(error instanceof HarnessError)) return error;
    const where = error.where === undefined ? {} : { where: this.clean(error.where) };
    return new HarnessError(error.code, this.clean(error.message), where);
  }

  /** Goes through every file below; text is cleaned, anything else that holds a secret is removed. Returns what was. */
  cleanFolder(folder: string): string[] {
    if (this.#secrets.length === 0) return [];
    const removed: string[] = [];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      if (!this.#secrets.some((secret) => bytes.includes(secret))) continue;
      if (bytes.includes(0)) {
        rmSync(path);
        removed.push(path);
      } else writeFileSync(path, this.clean(bytes.toString('utf8')));
    }
    return removed;
  }
}

/** As it is, in JSON, in JSON within JSON, in an address. */
function formsOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [secret, quoted, JSON.stringify(quoted).slice(1, -1), encodeURIComponent(secret)];
}
