/** Carries all out, at once or one after the other; the results are in the order of the tasks. */
export async function carryOutAll<Result>(
  tasks: readonly (() => Promise<Result>)[],
  together: boolean,
): Promise<Result[]> {
  if (together) return Promise.all(tasks.map((start) => start()));
  const results: Result[] = [];
  for (const start of tasks) results.push(await start());
  return results;
}
