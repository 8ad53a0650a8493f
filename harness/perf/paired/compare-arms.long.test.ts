import { expect, it } from 'vitest';
import { compareArms } from './compare-arms.ts';
import { measureComparison } from './measure-comparison.ts';

const spin = (query: string): URL => new URL(`./fixtures/spin.ts${query}`, import.meta.url);

// A verdict about live processes is one about this machine, too: one that is torn about between two tenants during the
// few seconds of one comparison may be undecided, and rightly. What it never is three times over is blind to a factor of four.
it(
  'finds a candidate that does four times the work, from real processes',
  { retry: 2 },
  async () => {
    const comparison = await compareArms({
      baseline: spin('?rounds=1000'),
      candidate: spin('?rounds=4000'),
      seed: 'four times',
      looks: [5],
      budgetMs: 300_000,
    });
    const [cpu] = measureComparison('spin', comparison);
    expect(cpu).toMatchObject({ id: 'speed.spin.cpu', verdict: 'fail', n: 5 * 36 });
    expect(cpu?.reason).toMatch(
      /^regressed: [\d.e+]+ µs before, [\d.e+]+ µs now \(Mann–Whitney over launches: p = 0\.00/,
    );
  },
);
