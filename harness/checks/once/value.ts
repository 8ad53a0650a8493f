import type { BusinessValue } from '../../contract/business-value.ts';

export const onceValue: BusinessValue = {
  segment: 'customers whose tools change something: orders, bookings, mails',
  goal: 'have each thing they asked for done exactly once',
  impact: 'double orders, or work that was announced and never done',
};
