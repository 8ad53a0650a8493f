import { openEmbeddedTarget } from '../../targets/embedded.ts';
import type { Target } from '../../targets/target.ts';
import type { Setting } from '../fault-row.ts';
import { shareLogins } from './share-logins.ts';
import { UserPool } from './user-pool.ts';

interface Sound {
  readonly target: Target;
  /** The same target with one login per user. */
  readonly shared: Target;
  readonly users: UserPool;
}

/** Starts platforms when they are first asked for: one sound one for most rows, and one per row that needs its own. */
export class TargetPool implements AsyncDisposable {
  #sound: Promise<Sound> | undefined;

  /** Lends a target with as many free users as the setting needs, for the time `use` takes. */
  async lend<Value>(setting: Setting, use: (target: Target) => Promise<Value>): Promise<Value> {
    if (setting.platform !== undefined) {
      const target = await openEmbeddedTarget(setting.platform);
      try {
        return await use(target);
      } finally {
        await target[Symbol.asyncDispose]();
      }
    }
    this.#sound ??= openSound();
    const { target, shared, users } = await this.#sound;
    const lent = await users.lend(setting.users ?? setting.journey.users);
    const base = setting.ownLogins === true ? target : shared;
    return use({ ...base, users: lent }).finally(() => users.giveBack(lent));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const sound = await this.#sound;
    await sound?.target[Symbol.asyncDispose]();
  }
}

async function openSound(): Promise<Sound> {
  const target = await openEmbeddedTarget();
  return { target, shared: shareLogins(target), users: new UserPool(target.users) };
}
