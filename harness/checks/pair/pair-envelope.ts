import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { Promises } from '../../contract/promises.ts';
import { Findings } from '../findings.ts';
import { pairValue } from './value.ts';

type Envelope = NonNullable<Promises['envelopes']>[number];

/** What is open in one run, with the record that opened it. */
type Opened = Map<string, { readonly n: number; readonly what: string }>;

/** Names are those on the wire, as the promises have them. A failed or cancelled run may leave open what it likes. */
export const pairEnvelope: CheckDeclaration = {
  id: 'PAIR-ENVELOPE',
  level: 'MUST',
  title: 'what goes on has begun, and ends',
  requirement:
    'A frame that goes on with a text or a call comes after the one that begins it, and a run completes only after the one that ends it.',
  reason: 'Clients make room for a text when it begins, and take it for complete when it ends.',
  value: pairValue,
  scope: 'run',
  hears: ['event'],
  provenBy: ['F111', 'F112'],
  leftGreenBy: ['K26'],
  applies: ({ envelopes = [] }) =>
    envelopes.length > 0 || 'the target promises no frames around its texts and calls',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const { envelopes = [] } = context.promises;
  const openedIn = context.perRun((): Opened => new Map());

  function follow(envelope: Envelope, n: number, event: CanonicalEvent, run: RunTrack): void {
    const name = event.name ?? event.kind;
    const id = event[envelope.by];
    if (id === undefined) return;
    const opened = openedIn(run);
    const key = `${envelope.begins} ${id}`;
    const what = `${envelope.by} ${id}`;
    if (name === envelope.begins) {
      opened.set(key, { n, what });
      findings.meet();
    } else if (name === envelope.ends || envelope.within.includes(name)) {
      if (!opened.has(key)) {
        // Said once, however long it goes on.
        opened.set(key, { n, what });
        findings.meet();
        findings.fail(
          [n],
          `${envelope.begins} must come before ${name} because it begins ${what}.`,
          `However, ${what} was not open when record ${n} went on with it.`,
        );
      }
      if (name === envelope.ends) opened.delete(key);
    }
  }

  return {
    step(record, event, run) {
      if (run === undefined || event === undefined || event.derived_from !== undefined) return;
      for (const envelope of envelopes) follow(envelope, record.n, event, run);
      const completes = event.kind === 'agent_completed' && event.outcome !== 'interrupted';
      if (!completes || run.terminal !== record.n) return;
      for (const { n, what } of openedIn.peek(run)?.values() ?? []) {
        findings.fail(
          [n, record.n],
          `The end of ${what} must come before run ${run.id} completes because clients wait for it.`,
          `However, record ${record.n} completes the run and leaves open what record ${n} began.`,
        );
      }
    },
    end: () => findings.outcome(),
  };
}
