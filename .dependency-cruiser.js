const ours = '^harness/';

/** A room may import itself, and of the other rooms only those named. */
function room(name, allowed, comment) {
  const self = name.includes('/') ? `^harness/${name}/` : `^harness/${name}/`;
  return {
    name: `room-${name.replace('/', '-')}`,
    severity: 'error',
    comment,
    from: { path: self, pathNot: '\\.test\\.ts$' },
    to: { path: ours, pathNot: [self, ...allowed.map((other) => `^harness/${other}`)] },
  };
}

export default {
  forbidden: [
    room(
      'contract',
      [],
      'contract is what everybody agrees on: if it imported a room, that room could never be replaced.',
    ),
    room('json', [], 'reading a text is below whatever the text is about.'),
    room(
      'checks',
      ['contract/', 'json/'],
      'checks judge histories and nothing else: the same fold must run live, under load and offline.',
    ),
    room(
      'report',
      ['contract/', 'perf/stats/'],
      'a report is a pure projection of the stored result; importing more than statistics would let it change a verdict.',
    ),
    room(
      'gate',
      ['contract/'],
      'the gate is results in, decision out; whoever needs work done asks run/.',
    ),
    room(
      'audit',
      ['contract/'],
      'the audit returns facts about source code; formats live in report/.',
    ),
    room(
      'reference/dispatcher',
      ['contract/'],
      'the dispatcher is meant to be copied into other platforms: it must stand alone.',
    ),
    room(
      'reference/mutants',
      ['contract/', 'reference/dispatcher/'],
      'a mutant breaks one seam it declares itself; the platform loads it, never the other way round.',
    ),
    room(
      'reference/platform',
      ['contract/', 'reference/dispatcher/', 'reference/mutants/'],
      'the thing measured must not know the instrument.',
    ),
    room(
      'reference/stack',
      ['contract/', 'reference/platform/'],
      'a stack puts the platform where staging puts it, and knows as little of the instrument.',
    ),
    room(
      'targets',
      ['contract/', 'json/', 'reference/'],
      'targets say how to reach a system and nothing about judging it.',
    ),
    room(
      'probe',
      ['contract/', 'targets/', 'checks/'],
      'the probe stands on targets and checks; faults and load stand on the probe.',
    ),
    room(
      'faults',
      ['contract/', 'probe/', 'checks/', 'targets/'],
      'faults act between probe and target; they name mutants by id and never import them.',
    ),
    room(
      'perf',
      ['contract/', 'probe/', 'checks/', 'targets/'],
      'perf measures through the same probe that judges; a second client would measure another thing.',
    ),
    room(
      'perf/stats',
      ['contract/'],
      'statistics know nothing of what they count: measurements and reports stand on the same ones.',
    ),
    room(
      'run',
      [
        'contract/',
        'targets/',
        'probe/',
        'checks/',
        'faults/',
        'audit/',
        'perf/',
        'gate/',
        'report/',
      ],
      'run carries work out for commands; it knows no command and no reference.',
    ),
    room(
      'cli',
      [
        'contract/',
        'targets/',
        'probe/',
        'checks/',
        'faults/',
        'audit/',
        'perf/',
        'gate/',
        'report/',
        'run/',
        'reference/',
      ],
      'commands stand on top.',
    ),
    {
      name: 'only-embedded-imports-reference',
      severity: 'error',
      comment:
        'the instrument must not know the thing it measures: only targets/embedded and cli/serve start the reference.',
      from: {
        path: ours,
        pathNot: [
          '^harness/reference/',
          '^harness/targets/embedded',
          '^harness/cli/commands/serve',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '^harness/reference/' },
    },
    {
      name: 'nothing-imports-cli',
      severity: 'error',
      comment: 'a command is an entrance; what two commands share belongs in run/.',
      from: { path: ours, pathNot: '^harness/cli/' },
      to: { path: '^harness/cli/' },
    },
    {
      name: 'checks-are-pure',
      severity: 'error',
      comment:
        'no I/O, no clock, no network in a check: only then does a stored history give the same verdict for ever.',
      from: { path: '^harness/(checks|gate)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'suites-use-the-public-entries',
      severity: 'error',
      comment:
        'suites stand where a customer stands: `golden-path` and `golden-path/reference` only.',
      from: { path: '^suites/(?!specimens|strangers)' },
      to: { path: ours, pathNot: '^harness/(index|reference/index)\\.ts$' },
    },
    {
      name: 'bench-stays-outside',
      severity: 'error',
      comment: 'rivals are for development; a customer never installs them.',
      from: { path: ours },
      to: { path: '^bench/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'a circle between files hides which one is the foundation; two types that name each other are none.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'an import that does not resolve is a crash waiting for its first caller.',
      // An overlay is resolved against the phases below it (specimens.test.ts compiles every tree whole), a stranger
      // against packages of its own, which are installed on demand.
      from: { pathNot: '^suites/(specimens/[^/]+/overlay|strangers)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Foreign servers have an installation of their own, which a checkout need not have.
    exclude: { path: '^suites/strangers/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['golden-path-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
