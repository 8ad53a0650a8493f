import { openLegacyEntrances } from './facades/legacy-entrances.ts';
import { describeDispatcherContract } from './testing/dispatcher-contract.ts';

/** Warnings have a test of their own. */
const quiet = () => undefined;

describeDispatcherContract('RequestScopedToolDispatcherFactory', (factory, context, bridge) =>
  factory.create(context, bridge),
);

describeDispatcherContract('ToolExecutorFactory', (factory, context, bridge) =>
  openLegacyEntrances(factory, quiet).toolExecutorFactory.createRequestScopedDispatcher(
    context,
    undefined,
    bridge,
  ),
);

describeDispatcherContract('UnifiedToolDispatcherFactory', (factory, context, bridge) =>
  openLegacyEntrances(factory, quiet).unifiedToolDispatcherFactory.createForRequest(
    context,
    bridge,
  ),
);

describeDispatcherContract('ToolDispatcher', (factory, context, bridge) =>
  openLegacyEntrances(factory, quiet).toolDispatcher.createRequestScopedDispatcher(
    context,
    [],
    bridge,
  ),
);

describeDispatcherContract('createRequestScopedToolDispatcher', (factory, context, bridge) =>
  openLegacyEntrances(factory, quiet).createRequestScopedToolDispatcher(context, bridge),
);
