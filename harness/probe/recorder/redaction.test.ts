import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redaction } from './redaction.ts';

/** Few letters, so that secrets overlap, contain each other and end alike. */
const word = (max: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: max });

describe('Redaction', () => {
  it('leaves no known secret in any text, whatever their number and length', () => {
    fc.assert(
      fc.property(fc.array(word(20), { minLength: 1 }), word(200), (secrets, text) => {
        const redaction = new Redaction();
        // A mark holds hexadecimal digits and could itself contain a one-letter secret.
        const long = secrets.map((secret) => `${secret}-secret`);
        for (const secret of long) redaction.add(secret);
        const clean = redaction.apply(`${text}${long.join('')}${text}`);
        for (const secret of long) expect(clean).not.toContain(secret);
      }),
    );
  });

  it('changes nothing else', () => {
    const redaction = new Redaction();
    const mark = redaction.add('eyJhbGciOi.payload.signature-1');
    redaction.add('eyJhbGciOi.payload.signature-2');
    redaction.add('pin');
    expect(redaction.apply('nothing secret in here: signature-3')).toBe(
      'nothing secret in here: signature-3',
    );
    expect(redaction.apply('<eyJhbGciOi.payload.signature-1>')).toBe(`<${mark}>`);
    expect(redaction.apply('my pin')).toBe(`my ${redaction.add('pin')}`);
  });

  it('replaces the longer of two secrets that end alike', () => {
    const redaction = new Redaction();
    redaction.add('long-token-12345678');
    const mark = redaction.add('a-very-long-token-12345678');
    expect(redaction.apply('= a-very-long-token-12345678')).toBe(`= ${mark}`);
  });
});
