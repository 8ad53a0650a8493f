import { expect, it } from 'vitest';
import { createTextKeeper } from './keep-texts.ts';

it('changes no text, whatever letters it has, and keeps one of each', () => {
  const keep = createTextKeeper();
  const facts = () => ({
    short: 'a',
    long: 'a name of many letters',
    list: ['größer als zwölf \u{1F600} \uD800'],
    nested: [{ line: 3, annotation: 'Promise<readonly string[]>', missing: undefined }],
  });
  expect(keep(facts())).toEqual(facts());
  expect(keep(facts())).toEqual(facts());
});
