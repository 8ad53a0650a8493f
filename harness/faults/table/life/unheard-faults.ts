import { failingTool } from '../../../probe/journeys/failing-tool.ts';
import { hasty } from '../../../probe/journeys/hasty.ts';
import { closeWithoutCode } from '../../damage/close-without-code.ts';
import { fallSilent } from '../../damage/fall-silent.ts';
import { swallowRefusals } from '../../damage/swallow-refusals.ts';
import { swallowChats } from '../../damage/swallow-chats.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import { closeUp } from '../../damage/close-up.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, readFields } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onBytes, onFrames } from '../sketch.ts';

/** The handler of a message fails, and what called it closes the socket as if all were done. */
const sayGoodbye: Damage = (bench) => ({
  sent(text, lane) {
    const isChat = readFields(text)['type'] === 'chat_message';
    if (lane.number !== bench.victim || !isChat) return [text];
    bench.bite('closed without a code on a message', lane);
    closeWithoutCode(lane);
    return [];
  },
});

export const unheardFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D11',
    title: 'a message is swallowed while the connection looks alive',
    owner: 'LIFE-START',
    says: /nothing of it came/,
    promises: { deadlines: { first_event_ms: 500 } },
    idle: true,
    damage: swallowChats(),
  }),
  onBytes({
    id: 'D11-goodbye',
    title: 'a message is answered by a contented goodbye',
    owner: 'LIFE-START',
    says: /ended \(close-frame\) .* had said nothing/,
    idle: true,
    damage: sayGoodbye,
  }),
  onFrames({
    id: 'D12',
    title: 'of a whole run only an error arrives',
    owner: 'LIFE-START',
    says: /no start ever came/,
    damage: closeUp(
      reworkRun('lost all of a run but an error', (texts) => [
        asKind(texts.at(-1) ?? '', 'agent_error', {
          status: 'failed',
          error_code: 'INTERNAL',
          error_message: 'something went wrong',
        }),
      ]),
    ),
  }),
  onFrames({
    id: 'D33',
    title: 'what a limit refuses is refused in silence',
    owner: 'LIFE-START',
    says: /nothing of it came/,
    journey: hasty,
    platform: { limits: { frames: { burst: 20, perSecond: 50 } } },
    promises: { deadlines: { first_event_ms: 500 } },
    idle: true,
    damage: swallowRefusals,
  }),
  onFrames({
    id: 'D13',
    title: 'an agent dies after its start, and the heartbeat goes on',
    owner: 'LIFE-TERM',
    says: /ms of silence/,
    promises: { deadlines: { terminal_ms: 1_500 } },
    damage: fallSilent('agent_started'),
  }),
  onFrames({
    id: 'D14',
    title: 'a tool fails, and neither its end nor that of the run is ever told',
    owner: 'LIFE-TERM',
    entails: ['PAIR-OPEN'],
    says: /tool_executing in record .* ms of silence/,
    journey: failingTool,
    promises: { deadlines: { terminal_ms: 1_500 } },
    damage: fallSilent('tool_executing'),
  }),
];
