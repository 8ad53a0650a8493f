/** Names from before the split into teams. Kept so that nobody has to touch working features. */
export { ClosedToolDispatcher as RequestDispatcher } from './closed-tool-dispatcher.ts';
export { AssistantToolDispatcher as EngineDispatcher } from './engine/assistant-tool-dispatcher.ts';
export { ToolDispatcher as Dispatcher } from './shared/tool-dispatcher.ts';
