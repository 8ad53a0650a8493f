import { describe, expect, it } from 'vitest';
import { ByteSizeSchema } from './byte-size.ts';

describe('ByteSizeSchema', () => {
  it.each([
    ['512 B', 512],
    ['40 KB', 40_960],
    ['1.5MB', 1_572_864],
    [' 2 GB ', 2 ** 31],
  ])('reads %s as %d bytes', (text, bytes) => {
    expect(ByteSizeSchema.parse(text)).toBe(bytes);
  });

  it.each(['40', '40 kb', '-1 KB', 'a lot'])('refuses "%s" and shows how to write it', (text) => {
    expect(ByteSizeSchema.safeParse(text).error?.issues[0]?.message).toContain('write "512 B"');
  });
});
