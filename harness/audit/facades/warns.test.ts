import { expect, test } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';

const canonical = `
export class Clock {
  wind(turns: number) { return turns; }
  strike(hour: number) { return hour; }
  stop() { return 0; }
}`;

function facade(body: string, head = ''): string {
  return `import { Clock } from './clock.ts';
${head}
export class OldClock {
  readonly #clock = new Clock();
  wind(turns: number) { ${body} return this.#clock.wind(turns); }
  strike(hour: number) { return this.#clock.strike(hour); }
  stop() { return this.#clock.stop(); }
}`;
}

function warnsOf(texts: Record<string, string>): boolean | undefined {
  const manifest = AuditManifestSchema.parse({
    roles: [{ id: 'clock', lang: 'ts', canonical: 'clock.ts:Clock' }],
  });
  const { roles } = auditSources(openTexts({ 'clock.ts': canonical, ...texts }), manifest);
  return roles[0]?.members.find(({ symbol }) => symbol === 'OldClock')?.warns;
}

test.each([
  ['process.emitWarning', { 'old.ts': facade("process.emitWarning('use Clock');") }, true],
  [
    'a notice in a file of its own',
    {
      'old.ts': facade('notice.give();', "import { notice } from './notice.ts';"),
      'notice.ts': "export const notice = { give() { console.warn('old'); } };",
    },
    true,
  ],
  ['nothing', { 'old.ts': facade('') }, false],
  ['a comment that speaks of a warning', { 'old.ts': facade('/* warn() */') }, false],
])('a facade with %s', (_title, texts, warns) => {
  expect(warnsOf(texts)).toBe(warns);
});
