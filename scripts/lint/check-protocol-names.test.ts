import { expect, test } from 'vitest';
import { checkProtocolNames } from './check-protocol-names.ts';

const planted = (file: string, text: string): string[] => checkProtocolNames([file], () => text);

test('no room outside the profiles knows a foreign protocol', () => {
  expect(checkProtocolNames()).toEqual([]);
});

test.each(["if (profile === 'ag-ui') return;", '// as LangGraph does', "import 'openai';"])(
  'a check that says %s is refused, with its line',
  (line) => {
    const [problem] = planted('harness/checks/life/planted.ts', `\n${line}\n`);
    expect(problem).toContain('harness/checks/life/planted.ts:2');
  },
);

test('a profile may name its protocol, and words that only look alike are let be', () => {
  expect(planted('harness/targets/profiles/ag-ui.ts', "title: 'AG-UI'")).toEqual([]);
  expect(planted('harness/checks/planted.ts', 'const agUid = mcps;')).toEqual([]);
});
