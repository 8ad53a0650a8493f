import { offerTool } from '../dispatch/index.ts';

export function offerFunnel(): void {
  offerTool({
    name: 'funnel',
    description: 'Share of visitors who became customers, in percent',
    run: async (parameters) => {
      const share = Number(parameters['customers']) / Number(parameters['visitors']);
      return `${Math.round(share * 1000) / 10} %`;
    },
  });
}
