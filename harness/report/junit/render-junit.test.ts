import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { escapeXml } from './escape-xml.ts';
import { renderJunit } from './render-junit.ts';

const schema = readFileSync(new URL('../test-support/junit.xsd', import.meta.url), 'utf8');

describe('JUnit XML', () => {
  it.each([passingResult, failingResult, unknownResult])(
    'is valid: run $run_id',
    async (result) => {
      const { valid, errors } = await validateXML({ xml: renderJunit(result), schema });
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    },
  );

  it('calls a failure a failure, with the witness as its text', () => {
    const xml = renderJunit(failingResult);
    expect(xml).toContain('name="PAIR-OPEN Every announced tool execution completes"');
    expect(xml).toMatch(/<failure message="tool_completed of call c-7 [^"]*" type="check">/);
    expect(xml).toContain('replay: npx golden-path check histories/interleave.ndjson');
  });

  it('calls what is unknown an error, so that no reader takes it for a pass', () => {
    const xml = renderJunit(unknownResult);
    expect(xml.match(/<error /g)).toHaveLength(5);
    expect(xml).toContain('errors="5"');
  });

  it('keeps a failed SHOULD green and says so', () => {
    expect(renderJunit(failingResult)).toContain('<system-out>warning: Timestamps of one run');
  });

  it('holds one case per verdict', () => {
    const xml = renderJunit(passingResult);
    expect(xml.match(/<testcase /g)).toHaveLength(4 + 6 + 4 + 5);
  });

  it('escapes what would end an attribute, and what XML cannot carry', () => {
    expect(escapeXml('<a href="x">&\u0000\ud800')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;\ufffd\ufffd',
    );
  });
});
