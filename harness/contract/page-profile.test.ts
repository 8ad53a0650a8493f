import { describe, expect, it } from 'vitest';
import { ConfigSchema } from './config.ts';
import { describeIssues } from './describe-issues.ts';
import { PageProfileSchema, referencePage } from './page-profile.ts';
import { readPattern } from './text-pattern.ts';

function problemsOf(page: unknown): string[] {
  const config = { targets: { ours: { url: 'https://a.example', page } } };
  const parsed = ConfigSchema.safeParse(config);
  return parsed.success ? [] : describeIssues(ConfigSchema, parsed.error);
}

describe('the page profile', () => {
  it('is the reference page where nothing is said, part by part', () => {
    const { shows, login, box } = PageProfileSchema.parse({
      box: { label: 'Ask' },
      login: { user: { placeholder: 'Name' } },
    });
    expect(box).toEqual({ label: 'Ask' });
    expect(login).toEqual({ ...referencePage.login, user: { placeholder: 'Name' } });
    expect(shows).toEqual(referencePage.shows);
  });

  it.each([
    ['a role that is none', { send: { role: 'buton' } }, 'targets.ours.page.send'],
    ['a selector of its own', { send: { css: '#send' } }, 'targets.ours.page.send'],
    ['a part that must be there', { box: false }, 'targets.ours.page.box'],
    ['an expression that is none', { cancelled: '/(/' }, 'targets.ours.page.cancelled'],
    ['a place that does not exist', { sendd: { label: 'Go' } }, 'did you mean "send"'],
  ])('says where it is wrong: %s', (_, page, where) => {
    expect(problemsOf(page).join('\n')).toContain(where);
  });
});

describe('a text pattern', () => {
  it('is a text, or an expression between strokes', () => {
    expect(readPattern('Send / ask')).toBe('Send / ask');
    expect(readPattern('/^send$/i')).toEqual(/^send$/i);
    expect(readPattern('/usr/bin/')).toBeInstanceOf(RegExp);
  });
});
