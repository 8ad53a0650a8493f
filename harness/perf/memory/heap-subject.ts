/** Sizes in bytes, after garbage was collected. */
export interface HeapSample {
  readonly heapUsed: number;
  /** Memory of native objects and buffers, which no class filter sees. */
  readonly external: number;
}

/** A process whose heap is measured, wherever it runs. */
export interface HeapSubject {
  /** Carries out so many requests, then lets go of them; returns how many succeeded. */
  load(requests: number): Promise<number>;
  sample(): Promise<HeapSample>;
  /** Live instances of a class, exactly, after garbage was collected. */
  countInstances(className: string): Promise<number>;
  writeSnapshot(file: string): Promise<void>;
  close(): Promise<void>;
}
