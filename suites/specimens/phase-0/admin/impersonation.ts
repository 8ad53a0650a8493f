import type { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

/** What a supporter may do in the place of a customer: look, not touch. */
export function listHarmlessTools(dispatcher: ToolDispatcher): readonly string[] {
  return dispatcher.listTools().filter((name) => !/^(create|refund|save)/.test(name));
}
