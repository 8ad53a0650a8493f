import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readXml } from './read-xml.ts';

const report = `<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<testsuites name="a &amp; b" tests='2'>
  <testsuite name="s"><properties><property name="p" value="&#x41;&#66;"/></properties>
    <testcase name="one &lt; two" time="0.1"><system-out><![CDATA[<b>]]&gt;]]></system-out></testcase>
    <testcase name="three"><failure message="no">é &quot;\t😀</failure></testcase >
  </testsuite>
</testsuites>
`;

test('elements, attributes, entities and sections are read', () => {
  const root = readXml(report);
  expect(root.attributes.get('name')).toBe('a & b');
  const [suite] = root.children;
  const [, one, three] = suite?.children ?? [];
  expect(suite?.children[0]?.children[0]?.attributes.get('value')).toBe('AB');
  expect(one?.attributes.get('name')).toBe('one < two');
  expect(one?.children[0]?.text).toBe('<b>]]&gt;');
  expect(three?.children[0]?.text).toBe('é "\t😀');
});

describe('what is not well-formed is refused, with its line', () => {
  test.each([
    ['', 'line 1: there is no element'],
    ['nothing', 'there is text outside of the root'],
    ['<a><b></a>', '</a> ends what <b> began'],
    ['<a>\n<b>', 'line 2: <b> never ends: the file is cut short'],
    ['<a/><b/>', 'there is a second root'],
    ['<a x="1" x="2"/>', '<a> has "x" twice'],
    ['<a>&nbsp;</a>', '"&nbsp;" stands for no character'],
    ['<a>&constructor;</a>', '"&constructor;" stands for no character'],
    ['<a>\u001B[31m</a>', 'the character U+001B may not stand in XML'],
    ['<a><![CDATA[x</a>', 'a CDATA section never ends'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'is not a tag'],
    ['<a', 'inside of <a>'],
  ])('%j', (text, message) => {
    expect(() => readXml(text)).toThrow(message);
  });
});

test('it takes and refuses what libxml2 takes and refuses', async () => {
  const damaged = fc
    .sample(fc.array(damage, { minLength: 1, maxLength: 2 }), 400)
    .map((damages) => {
      let text = report;
      for (const { at, cut, piece } of damages) {
        text = text.slice(0, at) + piece + text.slice(at + cut);
      }
      return text.toWellFormed();
    });
  const xml = damaged.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { rawOutput } = await validateXML({ xml, schema: anything });
  const refused = new Set(
    [...rawOutput.matchAll(/^(\d+)\.xml:\d+: (?:parser|namespace) error/gm)].map(
      ([, index]) => index,
    ),
  );
  expect(refused.size).toBeGreaterThan(20);
  expect(refused.size).toBeLessThan(damaged.length - 20);
  const disagreed = damaged.filter((text, index) => takes(text) === refused.has(String(index)));
  expect(disagreed).toEqual([]);
});

const pieces = (
  '||||x|é|<|>|&|]]>|<a>|</a>|/|"|&#0;|&#x1F600;|<!--|--|?>| x="1"| |&amp;|\u0001|<?x?>|<a/>|\n|=|1|.|<![CDATA[|;|' +
  "'"
).split('|');

const damage = fc.record({
  // Which encodings there are is not the scanner's business.
  at: fc.integer({ min: report.indexOf('?>'), max: report.length }),
  cut: fc.integer({ min: 0, max: 4 }),
  piece: fc.constantFrom(...pieces),
});

const anything =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x" type="xs:anyType"/></xs:schema>';

function takes(text: string): boolean {
  try {
    readXml(text);
    return true;
  } catch {
    return false;
  }
}
