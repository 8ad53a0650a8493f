import type { User } from '../../targets/user.ts';

interface Waiting {
  readonly count: number;
  readonly settle: (users: User[]) => void;
}

/** Lends users of one target, so that walks at the same time never share any. First come, first served. */
export class UserPool {
  readonly #free: User[];
  readonly #waiting: Waiting[] = [];

  constructor(users: readonly User[]) {
    this.#free = [...users];
  }

  lend(count: number): Promise<User[]> {
    return new Promise((settle) => {
      this.#waiting.push({ count, settle });
      this.#serve();
    });
  }

  giveBack(users: readonly User[]): void {
    this.#free.push(...users);
    this.#serve();
  }

  #serve(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#free.length < next.count) return;
      this.#waiting.shift();
      next.settle(this.#free.splice(0, next.count));
    }
  }
}
