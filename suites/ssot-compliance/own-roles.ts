import type { ConfigInput } from 'golden-path';

type AuditInput = NonNullable<ConfigInput['audit']>;

const dispatcher = 'harness/reference/dispatcher';

/** The roles of golden-path itself, for its sources (`ts`) or for what an installed package holds (`js`). */
export function ownRoles(extension: 'ts' | 'js'): AuditInput {
  return {
    roots: ['.'],
    scopes: {
      mutants: ['harness/reference/mutants/**'],
      house: [
        'scripts/**',
        'suites/{mission-critical,ssot-compliance,performance-regression,staging}/**',
      ],
      specimens: ['suites/specimens/**'],
      corpora: ['**/corpus/**', '**/fixtures/**'],
      bench: ['bench/**'],
      types: ['**/*.d.ts'],
    },
    roles: [
      {
        id: 'dispatcher',
        lang: 'ts',
        aliases: [`${dispatcher}/index.${extension}`, `harness/reference/index.${extension}`],
        canonical: `${dispatcher}/dispatch/request-scoped-tool-dispatcher.${extension}:RequestScopedToolDispatcher`,
      },
      {
        id: 'dispatcher-factory',
        lang: 'ts',
        aliases: [`${dispatcher}/index.${extension}`, `harness/reference/index.${extension}`],
        canonical: `${dispatcher}/request-scoped-tool-dispatcher-factory.${extension}:RequestScopedToolDispatcherFactory`,
        factoryOf: 'dispatcher',
        allow: [
          'legacy-route.ts:LegacyRoute',
          'tool-dispatcher.ts:ToolDispatcher',
          'tool-executor-factory.ts:ToolExecutorFactory',
          'unified-tool-dispatcher-factory.ts:UnifiedToolDispatcherFactory',
        ].map((symbol) => ({
          symbol: `${dispatcher}/facades/${symbol.replace('.ts', `.${extension}`)}`,
          as: 'facade' as const,
          reason: 'old entrance that delegates to the one factory and warns',
        })),
      },
      {
        id: 'tool-registry',
        lang: 'ts',
        canonical: `${dispatcher}/tool/tool-registry.${extension}:ToolRegistry`,
      },
      {
        id: 'bridge',
        lang: 'ts',
        aliases: [`${dispatcher}/index.${extension}`, `harness/reference/index.${extension}`],
        canonical: `${dispatcher}/bridge/web-socket-bridge-adapter.${extension}:WebSocketBridgeAdapter`,
      },
    ],
  };
}
