import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../contract/config.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { User } from '../user.ts';

type Credentials = NonNullable<Config['targets'][string]['credentials']>;

const PeopleSchema = z
  .array(z.strictObject({ email: z.string().min(3), password: z.string().min(1) }))
  .min(1);

/**
 * The people that may log in at the target `name`, as the environment or a file has them. They are called by number:
 * an address that is nobody else's business stands in no report. Throws `CREDENTIALS_MISSING`, which names what is
 * missing and never what is there.
 */
export function readCredentials(name: string, credentials: Credentials): User[] {
  const people =
    'env' in credentials ? readVariables(name, credentials.env) : readFile(name, credentials.file);
  return people.map((one, index) => ({ name: `${name}-${index + 1}`, ...one }));
}

/** The variables that are looked for where the configuration names no credentials: `GOLDEN_PATH_STAGING`. */
export function variablesOf(name: string): string {
  return `GOLDEN_PATH_${name.toUpperCase().replaceAll(/\W+/g, '_')}`;
}

/** Whether somebody set one of the variables of a target. */
export function hasVariables(prefix: string): boolean {
  return [`${prefix}_EMAIL`, `${prefix}_PASSWORD`].some(
    (variable) => valueOf(variable) !== undefined,
  );
}

function readVariables(name: string, prefix: string): Omit<User, 'name'>[] {
  const people: Omit<User, 'name'>[] = [];
  for (let nth = 1; ; nth += 1) {
    const end = nth === 1 ? '' : `_${nth}`;
    const variables = [`${prefix}_EMAIL${end}`, `${prefix}_PASSWORD${end}`] as const;
    const [email, password] = variables.map(valueOf);
    if (email !== undefined && password !== undefined) people.push({ email, password });
    else if (nth > 1 && email === undefined && password === undefined) return people;
    else
      throw missing(
        name,
        variables.filter((variable) => valueOf(variable) === undefined),
      );
  }
}

/** A variable that is empty is one that a CI has not filled in. */
function valueOf(variable: string): string | undefined {
  return process.env[variable] === '' ? undefined : process.env[variable];
}

function missing(name: string, variables: readonly string[]): HarnessError {
  const what = variables.join(' and ');
  const are = variables.length === 1 ? 'is' : 'are';
  const message = `nobody can log in at "${name}": ${what} ${are} not set`;
  return new HarnessError('CREDENTIALS_MISSING', message, { where: what });
}

function readFile(name: string, file: string): Omit<User, 'name'>[] {
  try {
    return PeopleSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // What cannot be read may hold a password: the message says what is expected, and nothing of what is there.
    const there = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const what = there ? 'is not there' : 'does not hold [{"email": "…", "password": "…"}]';
    const message = `nobody can log in at "${name}": the file of its credentials ${what}`;
    throw new HarnessError('CREDENTIALS_MISSING', message, { where: file });
  }
}
