import { offerTool } from '../dispatch/index.ts';

/** The old CRM was switched off in spring; its tool stays until the contract ends. */
export function offerCrmLookup(): void {
  offerTool({
    name: 'fail',
    description: 'Looks a customer up in the old CRM',
    run: () => Promise.reject(new Error('the CRM does not answer')),
  });
}
