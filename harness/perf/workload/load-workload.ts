import type { Workload } from './workload.ts';

/** Loads a workload file and calls its `setup`. Throws when the file has no `run`. */
export async function loadWorkload(href: string): Promise<Workload> {
  const workload = (await import(href)) as Partial<Workload>;
  if (typeof workload.run !== 'function') {
    throw new TypeError(`${href} exports no function "run": it is not a workload file`);
  }
  await workload.setup?.();
  return workload as Workload;
}
