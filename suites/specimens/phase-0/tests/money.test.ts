import { expect, test } from 'vitest';
import { formatCents } from '../billing/money.ts';

test('cents are shown as euros', () => {
  expect(formatCents(123_456)).toBe('€1,234.56');
});
