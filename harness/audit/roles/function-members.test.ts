import { expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';

const tree = {
  'price.ts': `export function formatPrice(cents: number, currency: string) { const whole = cents / 100; return whole + currency; }\n`,
  'invoice.ts': `export const formatInvoicePrice = (cents: number, currency: string) => { const text = String(cents); return currency + text; };\n`,
  'old.ts': `import { formatPrice } from './price.ts';\nexport function legacyFormatPrice(cents: number, currency: string) { return formatPrice(cents, currency); }\n`,
  'date.ts': `export function formatDate(day: Date, zone: string) { const text = day.toISOString(); return text + zone; }\nexport function parsePrice(text: string) { const cents = Number(text); return cents * 100; }\nexport function formatName(first: string) { const trimmed = first.trim(); return trimmed; }\n`,
  'page.ts': `import { formatInvoicePrice } from './invoice.ts';\nexport const shown = formatInvoicePrice(100, 'EUR');\n`,
  'use-ticket-socket.ts': `export function useTicketSocket(ticket: string) {\n  return { send: (text: string) => ticket + text, close: () => ticket };\n}\n`,
  'use-live-ticket.ts': `export function useLiveTicketSocket(ticket: string) {\n  return { send: (text: string) => text + ticket, close: () => ticket.length };\n}\n`,
};

it('finds a role that plain functions and hooks carry', () => {
  const manifest = AuditManifestSchema.parse({
    roles: [
      { id: 'price', lang: 'ts', canonical: 'price.ts:formatPrice' },
      { id: 'socket', lang: 'ts', canonical: 'use-ticket-socket.ts:useTicketSocket' },
    ],
  });
  const facts = auditSources(openTexts(tree), manifest);
  const of = (id: string) =>
    facts.roles
      .find((role) => role.id === id)
      ?.members.filter(({ review }) => !review)
      .map((member) => `${member.class} ${member.symbol}`)
      .toSorted();
  expect(of('price')).toEqual([
    'canonical formatPrice',
    'facade legacyFormatPrice',
    'implementation formatInvoicePrice',
  ]);
  expect(of('socket')).toEqual(['canonical useTicketSocket', 'implementation useLiveTicketSocket']);
  const findings = facts.findings.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
  expect(findings).toContain('SSOT001 invoice.ts:1');
  expect(findings).toContain('SSOT003 page.ts:1');
  expect(facts.surfaces?.map(({ implementation }) => implementation)).toContain(
    'price.ts:formatPrice',
  );
});
