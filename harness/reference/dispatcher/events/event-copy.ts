import type { SecretKeys } from './secret-keys.ts';

/** What stands in an event in place of a secret. */
export const mask = '[redacted]';

/** Deeper values are refused: a cycle would never end. */
const deepest = 64;

/** Masking shorter values would shred ordinary text. */
const shortestSecret = 4;

/** Size of a number, boolean or null, as good as exact for a limit. */
const leafSize = 5;

export const tooLarge = Symbol('too large for an event');

/**
 * Copies values into events: JSON only, secrets masked, size counted.
 * A copy, because the tool and the agent go on working with the original while the event is on its way.
 * One instance serves one call, so that a secret seen in the arguments is masked in the result and in error texts too.
 */
export class EventCopy {
  readonly #secretKeys: SecretKeys;
  #secrets: string[] | undefined;
  #room = 0;
  #depth = 0;
  #hiding = false;

  constructor(secretKeys: SecretKeys) {
    this.#secretKeys = secretKeys;
  }

  /** The copy, or `tooLarge` when it has more than `maxSize` characters or is nested too deeply. */
  copy(value: unknown, maxSize: number): unknown {
    const known = this.#secrets?.length;
    const copied = this.#copyWithin(value, maxSize);
    // A secret may stand behind a text that repeats it: once it is known, the text is masked too.
    return this.#secrets?.length === known ? copied : this.#copyWithin(value, maxSize);
  }

  /** The text with every secret of the arguments masked. */
  maskText(text: string): string {
    if (this.#secrets === undefined) return text;
    return this.#secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
  }

  #copyWithin(value: unknown, maxSize: number): unknown {
    this.#room = maxSize;
    this.#depth = 0;
    const copied = this.#copyValue(value);
    return this.#room < 0 ? tooLarge : copied;
  }

  #copyValue(value: unknown): unknown {
    if (this.#room < 0) return undefined;
    switch (typeof value) {
      case 'string':
        this.#room -= value.length + 2;
        return this.#hiding ? this.#keepSecret(value) : this.maskText(value);
      case 'number':
      case 'boolean':
        this.#room -= leafSize;
        return value;
      case 'bigint':
        return this.#copyValue(String(value));
      case 'object':
        return this.#copyObject(value);
      case 'undefined':
      case 'function':
      case 'symbol':
        return undefined;
    }
  }

  #copyObject(value: object | null): unknown {
    if (value === null) {
      this.#room -= leafSize;
      return null;
    }
    if ('toJSON' in value && typeof value.toJSON === 'function') {
      return this.#copyValue(value.toJSON());
    }
    this.#depth += 1;
    if (this.#depth > deepest) this.#room = -1;
    const copied = Array.isArray(value) ? this.#copyArray(value) : this.#copyEntries(value);
    this.#depth -= 1;
    return copied;
  }

  #copyArray(values: readonly unknown[]): unknown[] {
    const copied: unknown[] = [];
    this.#room -= 2;
    for (const value of values) {
      if (this.#room < 0) break;
      copied.push(this.#copyValue(value) ?? null);
    }
    return copied;
  }

  /** Spread and corrected where needed: half the time of setting every key. */
  #copyEntries(value: object): Record<string, unknown> {
    const copied: Record<string, unknown> = { ...value };
    this.#room -= 2;
    for (const key in copied) {
      if (this.#room < 0) break;
      this.#room -= key.length + 3;
      const entry = copied[key];
      const shown = this.#secretKeys.includes(key) ? this.#hide(entry) : this.#copyValue(entry);
      if (shown !== entry) copied[key] = shown;
    }
    return copied;
  }

  /** Walks the hidden value too: its size counts, and its strings must not turn up elsewhere. */
  #hide(value: unknown): string {
    const nested = this.#hiding;
    this.#hiding = true;
    this.#copyValue(value);
    this.#hiding = nested;
    return mask;
  }

  #keepSecret(secret: string): string {
    if (secret.length >= shortestSecret) (this.#secrets ??= []).push(secret);
    return mask;
  }
}
