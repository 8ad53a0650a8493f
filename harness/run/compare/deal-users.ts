/** One part of a plan: from which user on, and how many. */
export interface Share {
  readonly firstUser: number;
  readonly users: number;
}

/**
 * Deals the users of a target out to what is to happen on it. Where there are enough, everybody has users of their
 * own and `together` is true; else each takes the same ones, in turn.
 */
export function dealUsers(
  wanted: readonly number[],
  available: number,
): { readonly shares: readonly Share[]; readonly together: boolean } {
  const together = wanted.reduce((sum, users) => sum + users, 0) <= available;
  let next = 0;
  const shares = wanted.map((count) => {
    const firstUser = together ? next : 0;
    next += count;
    return { firstUser, users: Math.max(1, Math.min(count, available)) };
  });
  return { shares, together };
}
