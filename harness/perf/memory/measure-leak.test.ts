import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { measureLeak } from './measure-leak.ts';

const fixture = (name: string): URL => new URL(`./fixtures/${name}.ts`, import.meta.url);
/** A kilobyte per request leaks twenty times the limit; the heap of one that leaks nothing has many requests to calm down in. */
const measure = async (name: string, watched = 'RequestContext', requests = 5_000) => {
  const [instances, heap, external] = await measureLeak({
    module: fixture(name),
    watched,
    requests,
  });
  return { instances, heap, external };
};

describe('measureLeak', () => {
  it('finds a seeded leak by exact count and by growth, and names what keeps it alive', async () => {
    const { instances, heap } = await measure('leaking-sessions');
    expect(instances).toMatchObject({ verdict: 'fail', value: instances?.n, limit: 0 });
    expect(instances?.reason).toContain('finished: Array → […]: RequestContext');
    expect(heap?.verdict).toBe('fail');
  });

  it('does not flag the busy variant, which differs in one line', async () => {
    const { instances, heap, external } = await measure('busy-sessions', 'RequestContext', 200_000);
    expect(instances).toMatchObject({ verdict: 'pass', value: 0 });
    expect([heap?.verdict, external?.verdict]).toEqual(['pass', 'pass']);

    const [leaking, busy] = await Promise.all(
      ['leaking-sessions', 'busy-sessions'].map(async (name) =>
        (await readFile(fixture(name), 'utf8')).split('\n'),
      ),
    );
    expect(leaking?.filter((line, index) => line !== busy?.[index])).toHaveLength(1);
  });

  it('finds memory outside the heap, which no class filter sees', async () => {
    const { instances, external } = await measure('leaking-buffers');
    expect(instances?.verdict).toBe('pass');
    expect(external).toMatchObject({ verdict: 'fail' });
  });

  it('knows nothing when requests did not succeed', async () => {
    const { instances, heap } = await measure('failing-requests');
    expect(instances).toMatchObject({ verdict: 'unknown' });
    expect(heap?.reason).toMatch(/\d+ requests did not succeed/);
  });

  it.each([
    ['busy-sessions', 'Elsewhere', 'does not export "Elsewhere" in "watched"'],
    ['no-such-file', 'RequestContext', 'no-such-file'],
  ])('says plainly what is wrong with %s', async (name, watched, message) => {
    await expect(measure(name, watched)).rejects.toMatchObject({
      code: 'MEASURED_PROCESS_FAILED',
      message: expect.stringContaining(message) as string,
    });
  });
});
