import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { scanFrame } from '../wire/scan-frame.ts';
import { contradicts, readShape, type Shape } from './shape.ts';
import { schemaValue } from './value.ts';

/** Shapes remembered per kind; a kind has a few. */
const remembered = 32;

export const schFingerprint: CheckDeclaration = {
  id: 'SCH-FINGERPRINT',
  level: 'SHOULD',
  title: 'a kind of event has one shape',
  requirement: 'Events of one kind do not come in shapes that contradict each other.',
  reason: 'Six incompatible shapes of the same event were once on the wire, one per code path.',
  value: schemaValue,
  scope: 'history',
  hears: ['event'],
  provenBy: ['D21'],
  leftGreenBy: ['K01', 'K09', 'K10', 'K24'],
  open() {
    const findings = new Findings();
    const shapesOf = new Map<string, Map<number, { readonly n: number; readonly shape: Shape }>>();
    return {
      step(record, event) {
        if (record.type !== 'frame' || record.events.length !== 1 || event === undefined) return;
        const print = scanFrame(record).shape;
        if (print === 0 || event.derived_from !== undefined) return;
        findings.meet();
        const kind = event.name ?? event.kind;
        const shapes = shapesOf.get(kind) ?? new Map();
        shapesOf.set(kind, shapes);
        if (shapes.has(print) || shapes.size >= remembered) return;
        const shape = readShape(record.raw);
        for (const known of shapes.values()) {
          const contradiction = contradicts(known.shape, shape);
          if (contradiction === undefined) continue;
          findings.fail(
            [known.n, record.n],
            `Every ${kind} must have one shape because clients read it with one piece of code.`,
            `However, records ${known.n} and ${record.n} differ: ${contradiction}.`,
          );
          break;
        }
        shapes.set(print, { n: record.n, shape });
      },
      end: () => findings.outcome(),
    };
  },
};
