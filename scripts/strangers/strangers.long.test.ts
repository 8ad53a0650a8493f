import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeStranger } from './judge-stranger.ts';
import { strangerTable } from './stranger-table.ts';

const isInstalled = existsSync('suites/strangers/node_modules');
const isHeavyInstalled = existsSync('suites/strangers/heavy/node_modules');
const rows = strangerTable.filter(({ heavy = false }) => isHeavyInstalled || !heavy);

if (!isInstalled) {
  const names = rows.map(({ name }) => name).join(', ');
  process.stderr.write(`skipped: ${names}; first: npm run strangers:install\n`);
}

/** Each journey twice: `npm run strangers` walks fifty, and this shows that it still works. */
const journeys = 10;

describe.skipIf(!isInstalled)('real servers that nobody here wrote', () => {
  test.each(rows)(
    '$name: no false alarm, and each damage is caught by its own check',
    async (row) => {
      const { alarms, stale, faults, runs } = await judgeStranger(row, journeys);
      const lost = faults.filter(
        ({ verdict }) => verdict !== 'caught' && verdict !== 'not-applicable',
      );
      expect({ alarms, stale, lost }).toEqual({ alarms: [], stale: [], lost: [] });
      expect(runs).toBeGreaterThanOrEqual(journeys);
      expect(faults.filter(({ verdict }) => verdict === 'caught').length).toBeGreaterThan(5);
    },
  );
});
