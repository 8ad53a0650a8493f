import { ScopedToolDispatcher } from '../scoped/scoped-tool-dispatcher.ts';

process.emitWarning(
  'use offerTool and createToolDispatcher',
  'DeprecationWarning',
  'DESK_ENGINE_DISPATCHER',
);

/** @deprecated Use offerTool and createToolDispatcher. */
export class AssistantToolDispatcher extends ScopedToolDispatcher {}
