import type { AuditFacts, AuditMember } from '../../contract/audit.ts';

function member(
  path: string,
  symbol: string,
  kind: AuditMember['class'],
  more: Partial<AuditMember> = {},
): AuditMember {
  return {
    path,
    line: 12,
    symbol,
    scope: 'production',
    class: kind,
    review: false,
    evidence: {
      score: 0.82,
      name: 0.9,
      api: 0.8,
      parameters: 0.7,
      inherits: false,
      shared: ['dispatch'],
    },
    ...more,
  };
}

const canonical = {
  path: 'app/dispatch/request-scoped.ts',
  line: 12,
  symbol: 'RequestScopedToolDispatcher',
};

/** An audit of a platform with a competing dispatcher, a bypass, and one file nobody could read. */
export const sampleAudit: AuditFacts = {
  version: 1,
  read: {
    files: 214,
    bytes: 1_830_412,
    languages: { ts: 180, py: 34 },
    scopes: { production: 160, tests: 54 },
    skipped_folders: ['node_modules'],
    problems: [
      { path: 'app/legacy/broken file.py', kind: 'unreadable', detail: 'unexpected end of file' },
    ],
  },
  roles: [
    {
      id: 'tool-dispatcher',
      lang: 'ts',
      canonical,
      members: [
        member(canonical.path, canonical.symbol, 'canonical'),
        member('app/tools/unified.ts', 'UnifiedToolDispatcher', 'implementation'),
        member('app/tools/compat.ts', 'ToolDispatcher', 'facade', {
          allowed: 'public until phase 3',
        }),
        member('app/tools/maybe.ts', 'ToolRouter', 'implementation', { review: true }),
      ],
      production_count: 2,
    },
  ],
  consumers: [
    {
      role: 'tool-dispatcher',
      member: 'app/tools/unified.ts:UnifiedToolDispatcher',
      path: 'app/routes/chat.ts',
      line: 7,
      scope: 'production',
      within: 'answer',
      how: 'call',
      uses: 'dispatch',
      confidence: 'high',
      via: ['app/tools/index.ts', 'app/tools/"all".ts'],
    },
    {
      role: 'tool-dispatcher',
      member: `${canonical.path}:${canonical.symbol}`,
      path: 'app/routes/chat.test.ts',
      line: 3,
      scope: 'tests',
      within: '',
      how: 'import',
      uses: '',
      confidence: 'high',
      via: [],
    },
  ],
  findings: [
    {
      identity: 'SSOT003 app/routes/chat.ts app/tools/unified.ts',
      rule: 'SSOT003',
      role: 'tool-dispatcher',
      scope: 'production',
      path: 'app/routes/chat.ts',
      line: 7,
      symbol: 'chat',
      message: 'imports UnifiedToolDispatcher, which competes with RequestScopedToolDispatcher',
      confidence: 'certain',
      related: [canonical],
    },
    {
      identity: 'SSOT005 app/tools/maybe.ts',
      rule: 'SSOT005',
      scope: 'production',
      path: 'app/tools/maybe.ts',
      line: 3,
      symbol: 'ToolRouter',
      message: 'imports "./gone", which may be made at build time',
      confidence: 'review',
      related: [],
    },
  ],
  counts: { SSOT003: { production: 1 } },
};
