/** The door to dispatching. What is not exported here is nobody's business. */
export { offerTool } from './catalogue.ts';
export { createToolDispatcher } from './create-tool-dispatcher.ts';
export type { ScopedToolDispatcher } from './scoped/scoped-tool-dispatcher.ts';
