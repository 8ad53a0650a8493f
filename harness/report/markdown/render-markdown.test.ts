import { describe, expect, it } from 'vitest';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { codeBlock, codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';

describe('Markdown', () => {
  it('begins with the sentence and tables the criteria', () => {
    const lines = renderMarkdown(passingResult).split('\n');
    expect(lines[0]).toBe('## ✅ Phase 2 is reached: 3 criteria passed on evidence.');
    expect(lines).toContain(
      '| 2 | `one-factory` | ✅ pass | 1 factory and 3 facades that delegate to it. |',
    );
  });

  it('folds each failure with its evidence and replay command', () => {
    const text = renderMarkdown(failingResult);
    const failure = text.slice(text.indexOf('PAIR-OPEN · Every announced'));
    expect(failure).toContain('replay: npx golden-path check histories/interleave.ndjson');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('lets nothing of a target become formatting, HTML or a mention', () => {
    expect(escapeMarkdown('a|b <img> *x* @team\n# title')).toBe(
      String.raw`a\|b &lt;img> \*x\* @` + '\u200b' + String.raw`team \# title`,
    );
    expect(codeSpan('a `b` | c')).toBe(String.raw`${'``'} a ${'`b`'} \| c ${'``'}`);
    expect(codeBlock('```\n</details>').startsWith('````text\n')).toBe(true);
  });
});
