import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import { Findings } from '../findings.ts';
import { orderValue } from './value.ts';

type Edge = Promises['order'][number];

/**
 * An edge is reversed when its `after` was seen first and its first `before` came later; where no `before` ever comes,
 * something is missing and not out of order. The edge from tool_executing to tool_completed of a call is ORD-PAIR.
 */
export const ordPo: CheckDeclaration = {
  id: 'ORD-PO',
  level: 'MUST',
  title: 'events keep the promised order',
  requirement:
    'In each scope, the first event of an edge precedes every event that must follow it.',
  reason: 'Order is promised only where it means something; there a client relies on it.',
  value: orderValue,
  scope: 'run',
  hears: ['event'],
  provenBy: ['F24', 'F25', 'F30', 'D24'],
  leftGreenBy: ['K01', 'K02', 'K03', 'K04', 'K05', 'K08'],
  applies: ({ order }) =>
    order.some((edge) => !isPair(edge)) || 'the target promises no order between kinds',
  open,
};

function isPair({ before, after, scope }: Edge): boolean {
  return scope === 'call' && before === 'tool_executing' && after === 'tool_completed';
}

/** Record number of the first event of a kind, in one instance of an edge's scope. */
type FirstOf = (kind: EventKind) => number | undefined;

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const { order, duplicates } = context.promises;
  const edges = order.filter((edge) => !isPair(edge));
  const byEnd = Map.groupBy(edges, ({ after }) => after);
  const byStart = Map.groupBy(edges, ({ before }) => before);
  const narrow = edges.some(({ scope }) => scope !== 'run');
  const instancesOf = context.perRun((): Map<string, Map<EventKind, number>> => new Map());
  const ofConnection = context.perConnection((): Map<EventKind, number> => new Map());

  /** What was seen in this event's turn, call or channel, with the event taken in. */
  function firstsIn(
    edge: Edge,
    record: FrameRecord,
    event: CanonicalEvent,
    run: RunTrack,
  ): FirstOf {
    if (edge.scope === 'run') return (kind) => run.firstOf(kind);
    const instances = instancesOf(run);
    const name = instanceOf(edge, event);
    const known = instances.get(name) ?? new Map<EventKind, number>();
    const firsts = edge.scope === 'connection' ? ofConnection(record.connection) : known;
    if (edge.scope !== 'connection') instances.set(name, known);
    if (!firsts.has(event.kind)) firsts.set(event.kind, record.n);
    return (kind) => firsts.get(kind);
  }

  function judge(edge: Edge, firstOf: FirstOf, n: number): void {
    const early = firstOf(edge.after);
    if (early === undefined || firstOf(edge.before) !== n) return;
    findings.fail(
      [early, n],
      `${edge.before} must come before ${edge.after} because the target promises it per ${edge.scope}.`,
      `However, ${edge.after} came in record ${early} and the first ${edge.before} in record ${n}.`,
    );
  }

  return {
    step(record, event, run) {
      if (event === undefined || run === undefined || record.type !== 'frame') return;
      if (!run.newKind && !narrow) return;
      for (const edge of byEnd.get(event.kind) ?? []) {
        if (firstsIn(edge, record, event, run)(edge.before) !== undefined) findings.meet();
      }
      for (const edge of byStart.get(event.kind) ?? []) {
        // Live events may overtake a resume: what was missed is then replayed behind them, and says so.
        if (event.replay === true && duplicates !== 'never') continue;
        judge(edge, firstsIn(edge, record, event, run), record.n);
      }
    },
    end: () => findings.outcome(),
  };
}

/** Which turn, call or channel of its run an event belongs to, as far as the edge asks. */
function instanceOf({ scope }: Edge, event: CanonicalEvent): string {
  switch (scope) {
    case 'turn':
      return `turn ${event.turn ?? ''}`;
    case 'call':
      return `call ${event.call ?? ''}`;
    case 'channel':
      return `channel ${event.message ?? event.agent ?? ''}`;
    case 'run':
    case 'connection':
      return '';
  }
}
