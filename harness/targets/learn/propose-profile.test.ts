import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { History } from '../../contract/history.ts';
import { mineOrder } from './mine-order.ts';
import { proposeProfile } from './propose-profile.ts';

function corpus(name: string): History {
  const file = `suites/strangers/corpus/${name}.ndjson.gz`;
  const [header, ...records] = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return {
    header: JSON.parse(header ?? '') as History['header'],
    records: records.map((line) => JSON.parse(line) as History['records'][number]),
  };
}

test('what was watched of a stranger becomes rules, fields and order for review', () => {
  const proposed = proposeProfile([corpus('aimock-ag-ui')]);
  expect(proposed).toContain("name: 'type'");
  for (const [name, kind] of [
    ['RUN_STARTED', 'agent_started'],
    ['REASONING_START', 'agent_thinking'],
    ['TOOL_CALL_END', 'tool_executing'],
    ['TEXT_MESSAGE_CONTENT', 'message_delta'],
    ['RUN_FINISHED', 'agent_completed'],
  ]) {
    expect(proposed).toContain(`{ when: "${name}", say: '${kind}' }`);
  }
  expect(proposed).toContain("call: 'toolCallId'");
  // The tool that is asked to fail shows where a failure stands, and the promises of any model stay.
  expect(proposed).toContain(
    `{ when: "TOOL_CALL_RESULT", say: 'tool_completed', outcome: { path: 'error', is: {}, else: 'failed' } }`,
  );
  expect(proposed).toContain(
    "{ before: 'tool_executing', after: 'tool_completed', scope: 'call' }",
  );
  expect(proposed).toContain('// held in every run: first RUN_STARTED, last RUN_FINISHED');
});

test('frames that name nothing are shown instead of guessed at', () => {
  const { header } = corpus('aimock-ag-ui');
  expect(() => proposeProfile([{ header, records: [] }])).toThrow('no field names the frames');
});

test('order that broke once is no invariant, and one run shows none', () => {
  const runs = [
    ['start', 'a', 'b', 'end'],
    ['start', 'b', 'a', 'end'],
  ];
  expect(mineOrder(runs)).toEqual({
    once: ['start', 'a', 'b', 'end'],
    first: 'start',
    last: 'end',
    before: [
      ['start', 'a'],
      ['start', 'b'],
      ['a', 'end'],
      ['b', 'end'],
    ],
  });
  expect(mineOrder([['start', 'end']]).before).toEqual([]);
});
