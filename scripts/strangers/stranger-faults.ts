import { setTimeout as pause } from 'node:timers/promises';
import type { EventKind } from '../../harness/contract/event-kind.ts';
import type { Promises } from '../../harness/contract/promises.ts';
import type { Damage } from '../../harness/faults/proxy/interference.ts';
import type { Message } from '../../harness/faults/proxy/message.ts';
import type { Act } from '../../harness/faults/damage/strike.ts';
import { resume } from '../../harness/probe/journeys/resume.ts';
import { loseOnReturn, repeatOnReturn } from './return-damages.ts';
import { says, type StrangerFault } from './stranger-fault.ts';

/** Strikes the first message that fits, on whatever connection; a login may have opened streams of its own before. */
function strikeFirst(wants: (message: Message) => boolean, detail: string, act: Act): Damage {
  return (bench) => {
    let done = false;
    return {
      received(message, lane) {
        if (done || !wants(message)) return [message.text];
        done = true;
        bench.bite(detail, lane);
        return act(message, lane, bench);
      },
    };
  };
}

const on = (kind: EventKind, detail: string, act: Act): Damage =>
  strikeFirst((message) => says(message, kind), detail, act);

const drop = (kind: EventKind): Damage => on(kind, `dropped ${kind}`, () => []);
const repeat = (kind: EventKind): Damage =>
  on(kind, `repeated ${kind}`, ({ text }) => [text, text]);

/** What was passed on before must have left, or the end of the line would take it along. */
const passMs = 50;

/** Sends a piece of the answer once more, behind the end. */
const echoAfterEnd: Damage = (bench) => {
  const pieces = new Map<number, string>();
  let done = false;
  return {
    received(message, lane) {
      if (says(message, 'message_delta')) pieces.set(lane.number, message.text);
      const piece = pieces.get(lane.number);
      if (done || piece === undefined || !says(message, 'agent_completed')) return [message.text];
      done = true;
      bench.bite('sent a piece of the answer again behind the end', lane);
      return [message.text, piece];
    },
  };
};

const canary = /gpc-[\w-]+/;

/** One user's secret shows up as one more field in a message to another. */
const leak: Damage = (bench) => {
  let secret: { readonly text: string; readonly lane: number } | undefined;
  let done = false;
  return {
    sent(text, lane) {
      const [found] = canary.exec(text) ?? [];
      if (found !== undefined) secret ??= { text: found, lane: lane.number };
      return [text];
    },
    received(message, lane) {
      const others = secret !== undefined && lane.number !== secret.lane;
      const { text } = message;
      const fits = says(message, 'agent_started') || says(message, 'progress_update');
      if (done || !others || !fits || !text.includes('{')) return [text];
      done = true;
      bench.bite("put another user's secret into a message", lane);
      return [text.replace('{', `{"extra":"${secret?.text ?? ''}",`)];
    },
  };
};

/** A tool's completion overtakes its announcement. */
const swapPair: Damage = (bench) => {
  let held:
    | { readonly text: string; readonly call: string | undefined; readonly lane: number }
    | undefined;
  let done = false;
  return {
    received(message, lane) {
      const own = message.events.find((event) => event.derived_from === undefined);
      if (!done && held === undefined && says(message, 'tool_executing')) {
        held = { text: message.text, call: own?.call, lane: lane.number };
        return [];
      }
      if (held === undefined || held.lane !== lane.number) return [message.text];
      const completes = says(message, 'tool_completed') && own?.call === held.call;
      if (!completes) return [message.text];
      const { text } = held;
      held = undefined;
      done = true;
      bench.bite('let a completion overtake its announcement', lane);
      return [message.text, text];
    },
  };
};

/** Two pieces of news that follow each other change places. */
const swapNumbers: Damage = (bench) => {
  let held: { readonly text: string; readonly lane: number } | undefined;
  let done = false;
  return {
    received(message, lane) {
      const fits = says(message, 'progress_update');
      if (!done && held === undefined && fits) {
        held = { text: message.text, lane: lane.number };
        return [];
      }
      if (held === undefined || held.lane !== lane.number) return [message.text];
      const { text } = held;
      held = undefined;
      done = fits;
      if (!fits) return [text, message.text];
      bench.bite('let an event overtake another', lane);
      return [message.text, text];
    },
  };
};

const noReturn = ({ capabilities }: Promises): string | undefined =>
  capabilities.includes('resume') ? undefined : 'nobody can come back for a run';

export const strangerFaults: readonly StrangerFault[] = [
  {
    id: 'start-lost',
    title: 'the start is lost',
    owner: 'LIFE-START',
    needs: ['agent_started'],
    damage: drop('agent_started'),
  },
  {
    id: 'start-twice',
    title: 'the start comes twice',
    owner: 'LIFE-START-ONCE',
    needs: ['agent_started'],
    damage: repeat('agent_started'),
  },
  {
    id: 'call-lost',
    title: 'a call is not announced',
    owner: 'PAIR-ORPHAN',
    needs: ['tool_executing'],
    entails: ['PAIR-ENVELOPE'],
    damage: drop('tool_executing'),
  },
  {
    id: 'call-twice',
    title: 'one call is announced twice',
    owner: 'ONCE-EXEC',
    needs: ['tool_executing'],
    entails: ['PAIR-ENVELOPE'],
    damage: repeat('tool_executing'),
  },
  {
    id: 'result-lost',
    title: 'a result of a tool is lost',
    owner: 'PAIR-OPEN',
    needs: ['tool_completed'],
    damage: drop('tool_completed'),
  },
  {
    id: 'result-twice',
    title: 'a tool completes twice',
    owner: 'ONCE-TOOL',
    needs: ['tool_completed'],
    damage: repeat('tool_completed'),
  },
  {
    id: 'pair-swapped',
    title: 'a tool completes before it is announced',
    owner: 'ORD-PAIR',
    needs: ['tool_completed'],
    entails: ['ORD-PO'],
    damage: swapPair,
  },
  {
    id: 'piece-lost',
    title: 'a piece of the answer is lost',
    owner: 'TXT-CONCAT',
    needs: ['message_delta'],
    senselessWhere: ({ answer }) =>
      answer === 'joined'
        ? 'the target states no answer that the pieces could be held against'
        : undefined,
    damage: drop('message_delta'),
  },
  {
    id: 'end-twice',
    title: 'the end comes twice',
    owner: 'LIFE-TERM-ONCE',
    needs: ['agent_completed'],
    entails: ['ONCE-TOOL', 'LIFE-AFTER'],
    damage: repeat('agent_completed'),
  },
  {
    id: 'after-end',
    title: 'something follows the end',
    owner: 'LIFE-AFTER',
    needs: ['message_delta'],
    entails: ['TXT-CONCAT', 'PAIR-ENVELOPE'],
    damage: echoAfterEnd,
  },
  {
    id: 'end-lost',
    title: 'the end is lost, and the stream ends or the socket falls silent',
    owner: 'LIFE-TERM-TRUNC',
    ownerWhere: ({ transport }) => (transport === 'stream' ? undefined : 'LIFE-TERM'),
    needs: ['agent_completed'],
    entails: ['PAIR-OPEN'],
    damage: drop('agent_completed'),
  },
  {
    id: 'line-reset',
    title: 'the line is reset in the middle of a run',
    owner: 'WIRE-CLOSE',
    needs: ['agent_completed'],
    entails: ['PAIR-OPEN'],
    damage: on('agent_completed', 'reset the line', async (_message, lane) => {
      await pause(passMs);
      lane.reset();
      return [];
    }),
  },
  {
    id: 'line-ended',
    title: 'the line ends in the middle of a run, as when a process dies',
    owner: 'WIRE-CLOSE',
    needs: ['agent_completed'],
    entails: ['PAIR-OPEN'],
    damage: on('agent_completed', 'ended the line', async (_message, lane) => {
      await pause(passMs);
      lane.finish();
      return [];
    }),
  },
  {
    id: 'not-json',
    title: 'a message is cut off inside its JSON',
    owner: 'WIRE-JSON',
    needs: ['agent_started', 'progress_update'],
    entails: ['LIFE-START', 'PAIR-ENVELOPE'],
    damage: strikeFirst(
      (message) => says(message, 'agent_started') || says(message, 'progress_update'),
      'cut the end off a message',
      ({ text }) => [text.slice(0, -2)],
    ),
  },
  {
    id: 'leak',
    title: "one user's secret is in another user's stream",
    owner: 'ISO-CANARY',
    needs: ['agent_started', 'progress_update'],
    damage: leak,
  },
  {
    id: 'number-lost',
    title: 'a numbered event is lost',
    owner: 'ORD-SEQ-GAP',
    needs: ['progress_update'],
    numbered: true,
    senselessWhere: ({ sequence }) =>
      sequence?.density === 'dense' ? undefined : 'numbers may leave gaps',
    damage: drop('progress_update'),
  },
  {
    id: 'number-back',
    title: 'a numbered event overtakes another',
    owner: 'ORD-SEQ-MONO',
    needs: ['progress_update'],
    numbered: true,
    damage: swapNumbers,
  },
  {
    id: 'missed-lost',
    title: 'what came while the client was away is lost',
    owner: 'PAIR-OPEN',
    ownerWhere: ({ sequence }) => (sequence?.density === 'dense' ? 'RES-GAP' : undefined),
    needs: ['tool_completed'],
    journey: resume,
    entails: ['PAIR-OPEN'],
    senselessWhere: noReturn,
    damage: loseOnReturn('tool_completed'),
  },
  {
    id: 'missed-twice',
    title: 'what was seen before the client left comes again, unmarked',
    owner: 'RES-DUP',
    needs: ['tool_executing'],
    journey: resume,
    senselessWhere: (promises) =>
      noReturn(promises) ??
      (promises.duplicates === 'never'
        ? undefined
        : 'whatever answers a resume is a repetition by that alone'),
    damage: repeatOnReturn('tool_executing'),
  },
];
