import { tool } from '@langchain/core/tools';
import type { Arm } from '../arm.ts';
import { args, description, forecast, input, name } from '../trivial-tool.ts';

const forecastTool = tool(forecast, { name, description, schema: input });

export const langchain: Arm = {
  id: 'langchain-invoke',
  title: 'LangChain, tool.invoke',
  call: () => forecastTool.invoke(args),
};
