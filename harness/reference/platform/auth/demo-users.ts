import { createHash } from 'node:crypto';
import { demoPassword, listDemoEmails } from '../../../contract/demo-users.ts';
import type { AccountStore } from '../store/account-store.ts';
import { hashPassword } from './password.ts';

/** One cheap hash for all: a published password is not worth 32 expensive ones at every start. */
const demoCost = 10;

/** The same person keeps the same id over restarts, and no id is the beginning of another. */
function demoUserId(email: string): string {
  return `usr_${createHash('sha256').update(email).digest('hex').slice(0, 16)}`;
}

/** Creates `user-1@example.test` … `user-32@example.test`, or as many as told. */
export async function createDemoUsers(accounts: AccountStore, count?: number): Promise<void> {
  const passwordHash = await hashPassword(demoPassword, demoCost);
  for (const email of listDemoEmails(count)) {
    await accounts.save({ userId: demoUserId(email), email, passwordHash });
  }
}
