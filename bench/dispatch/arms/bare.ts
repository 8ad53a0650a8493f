import type { Arm } from '../arm.ts';
import { args, forecast, input } from '../trivial-tool.ts';

/** The limit: nothing but the function and the validation of its arguments. */
export const bare: Arm = {
  id: 'bare',
  title: 'bare function + zod parse',
  call: async () => forecast(input.parse(args)),
};
