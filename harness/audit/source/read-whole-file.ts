import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Most source files are smaller. */
const usualSize = 1 << 18;

/**
 * Reads one file after the other into the same memory: thousands of buffers of their own would wait for the
 * collector, and count as memory until it comes. What is given is good until the next call.
 * The function it returns throws what the file system throws.
 */
export function createFileReader(): (path: string) => Buffer {
  let scratch = Buffer.allocUnsafe(usualSize);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size >= scratch.length) scratch = Buffer.allocUnsafe(size * 2);
      let length = 0;
      for (;;) {
        // A file may grow while it is read.
        if (length === scratch.length)
          scratch = Buffer.concat([scratch, Buffer.allocUnsafe(length)]);
        const read = readSync(file, scratch, length, scratch.length - length, null);
        if (read === 0) return scratch.subarray(0, length);
        length += read;
        // One call more would only hear that there is nothing left.
        if (length === size) return scratch.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  };
}
