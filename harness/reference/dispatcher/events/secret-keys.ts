import { z } from 'zod';

/** Words that name a secret wherever they stand in a key, and words that do so at its end (`access_token`, not `max_tokens`). */
const secretName =
  /passw(?:or)?d|passphrase|secret|credential|authorization|(?:auth|token|cookie|api[_-]?key|access[_-]?key|private[_-]?key)$/i;

/** Says under which keys a tool's values are secrets. Immutable. */
export class SecretKeys {
  readonly #declared: ReadonlySet<string>;
  /** The keys of the tool's own schemas, judged beforehand: half the cost of an event was asking the pattern. */
  readonly #harmless: ReadonlySet<string>;

  constructor(declared: readonly string[], ...schemas: readonly z.ZodType[]) {
    this.#declared = new Set(declared.map((key) => key.toLowerCase()));
    const known = schemas.flatMap((schema) =>
      schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
    );
    this.#harmless = new Set(known.filter((key) => !this.#judge(key)));
    Object.freeze(this);
  }

  includes(key: string): boolean {
    return !this.#harmless.has(key) && this.#judge(key);
  }

  #judge(key: string): boolean {
    return secretName.test(key) || this.#declared.has(key.toLowerCase());
  }
}
