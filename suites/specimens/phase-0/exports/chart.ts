import { EngineDispatcher } from '../dispatch/compat.ts';

const blocks = '▁▂▃▄▅▆▇█';

export function offerChart(): void {
  EngineDispatcher.installTool({
    name: 'chart',
    description: 'Draws numbers from 0 to 7 as a line of blocks',
    run: async (parameters) =>
      String(parameters['values'])
        .split(',')
        .map((value) => blocks.at(Math.min(7, Number(value))) ?? '')
        .join(''),
  });
}
