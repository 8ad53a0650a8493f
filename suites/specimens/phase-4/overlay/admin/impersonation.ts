import type { ScopedToolDispatcher } from '../dispatch/index.ts';

/** What a supporter may do in the place of a customer: look, not touch. */
export function listHarmlessTools(dispatcher: ScopedToolDispatcher): readonly string[] {
  return dispatcher.listTools().filter((name) => !/^(create|refund|save)/.test(name));
}
