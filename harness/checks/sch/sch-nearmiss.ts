import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import type { CriticalKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { nearNames } from './near-names.ts';
import { schemaValue } from './value.ts';

/** Distinct unknown names that are remembered; a target has a handful. */
const remembered = 1_000;

export const schNearmiss: CheckDeclaration = {
  id: 'SCH-NEARMISS',
  level: 'MUST',
  title: 'the five events have their exact names',
  requirement: 'No run misses a critical event while it has one that is named almost like it.',
  reason: 'The same event reached clients under three names, depending on the path it took.',
  value: schemaValue,
  scope: 'run',
  hears: ['unknown'],
  provenBy: ['F42', 'D20'],
  leftGreenBy: ['K08', 'K10'],
  open,
};

interface Near {
  readonly n: number;
  readonly name: string;
  readonly kinds: readonly CriticalKind[];
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const known = new Map<string, readonly CriticalKind[]>();
  const nearIn = context.perRun((): Near[] => []);

  function near(name: string): readonly CriticalKind[] {
    const found = known.get(name) ?? nearNames(name);
    if (known.size < remembered) known.set(name, found);
    return found;
  }

  return {
    step(record, event, run) {
      if (run === undefined || event?.name === undefined) return;
      const kinds = near(event.name);
      if (kinds.length > 0) nearIn(run).push({ n: record.n, name: event.name, kinds });
    },
    closeRun(run) {
      findings.meet();
      for (const { n, name, kinds } of nearIn.peek(run) ?? []) {
        const missing = kinds.find((kind) => run.firstOf(kind) === undefined);
        if (missing === undefined) continue;
        findings.fail(
          [n],
          `${missing} must have exactly this name because clients wait for it.`,
          `However, run ${run.id} has none, and record ${n} is called ${JSON.stringify(name)}.`,
        );
      }
    },
    end: () => findings.outcome(),
  };
}
