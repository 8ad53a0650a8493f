/** Any class; only its name and its prototype are looked at. */
export type WatchedClass = abstract new (...given: never) => object;

/**
 * What a workload file exports: one thing to be done many times, for speed and for memory. It is loaded in a process of its own,
 * so it brings up what it measures itself; write it as a module with these exports.
 */
export interface Workload {
  /** Called once, before anything is measured. */
  setup?(): void | Promise<void>;
  /** Carries out so many requests, one after the other or overlapping, and returns how many of them succeeded. */
  run(requests: number): number | Promise<number>;
  /** Lets go of everything the requests so far may hold; more requests may follow. */
  release?(): void | Promise<void>;
  /** Makes so many instances of what is to be weighed, all alive until the result is let go. */
  hold?(count: number): readonly unknown[] | Promise<readonly unknown[]>;
  /** Classes whose instances may not outlive `release`; memory is judged by them. */
  readonly watched?: readonly WatchedClass[];
}
