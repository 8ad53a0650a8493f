import type { BusinessValue } from '../../contract/business-value.ts';

export const wireValue: BusinessValue = {
  segment: 'teams that build a client, and whoever is called when it disconnects',
  goal: 'rely on a connection that speaks its protocol and says why it ends',
  impact: 'clients that reconnect for ever, and outages nobody can tell from bad networks',
};
