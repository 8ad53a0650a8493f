import type { BusinessValue } from '../../contract/business-value.ts';

export const capabilityValue: BusinessValue = {
  segment: 'teams that build a client, and whoever deploys the server',
  goal: 'rely on what the target says of itself',
  impact:
    'features that are advertised and missing, and old code that nobody knows is still running',
};
