import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { openSwitchgear } from '../drill/open-switchgear.ts';
import { openSwitchedTarget } from '../drill/testing/open-switched-target.ts';
import { openDesk, type Desk } from './testing/open-desk.ts';
import { watchTarget } from './watch-target.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk[Symbol.asyncDispose]());

test('a release that breaks the path is reverted, and seen to heal', async () => {
  const target = await openSwitchedTarget({
    current: { build: 'new', mutants: ['lose-tool-completed-on-throw'] },
    previous: { build: 'old' },
    how: 'brutally',
  });
  const switchTo = (side: string): string =>
    `"${process.execPath}" -e "fetch('${target.switchUrl}/${side}')"`;
  try {
    await fetch(`${target.switchUrl}/revert`);
    const config = ConfigSchema.parse({
      rollback: { revert: switchTo('revert'), apply: switchTo('apply') },
    });
    const place = { target, config, previous: 'old', root: desk.folder, folder: desk.folder };
    const watched = await watchTarget({
      ...desk.order(target, async (round) => {
        if (round === 1) await fetch(`${target.switchUrl}/apply`);
      }),
      gear: openSwitchgear(place),
    });
    expect(watched).toMatchObject({ rounds: 3, worst: 'fail', reverted: 'healed' });
    expect(desk.notices.map(({ event, to }) => `${String(event)} ${String(to)}`)).toEqual([
      'state-change fail',
      'reverted fail',
      'state-change pass',
    ]);
    expect(desk.notices[0]?.['failing']).toMatchObject([{ id: 'PAIR-OPEN' }]);
    const [, broken] = await desk.store.list();
    expect((await desk.store.get(broken?.run_id ?? ''))?.timelines).toHaveLength(1);
  } finally {
    await target[Symbol.asyncDispose]();
  }
});
