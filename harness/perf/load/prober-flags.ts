/**
 * Flags of node for a process that holds thousands of sessions. Left alone, V8 lets its heap grow to several times what
 * lives in it, and half of a prober's memory was garbage that nobody had collected yet: young objects get 32 MB in all,
 * and old ones are collected once they have grown by a third (measured: two thirds of the memory, CPU within the noise).
 */
export const proberFlags: readonly string[] = [
  '--max-semi-space-size=16',
  '--heap-growing-percent=33',
];
