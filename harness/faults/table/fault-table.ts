import type { FaultRow } from '../fault-row.ts';
import { entryFaults } from './auth/entry-faults.ts';
import { exitFaults } from './auth/exit-faults.ts';
import { canaryFaults } from './isolation/canary-faults.ts';
import { greetingFaults } from './isolation/greeting-faults.ts';
import { trespassFaults } from './isolation/trespass-faults.ts';
import { exposureFaults } from './isolation/exposure-faults.ts';
import { cancelFaults } from './life/cancel-faults.ts';
import { startFaults } from './life/start-faults.ts';
import { unheardFaults } from './life/unheard-faults.ts';
import { terminalFaults } from './life/terminal-faults.ts';
import { workFaults } from './life/work-faults.ts';
import { latencyFaults } from './load/latency-faults.ts';
import { pressureFaults } from './load/pressure-faults.ts';
import { harnessFaults } from './meta/harness-faults.ts';
import { clockFaults } from './order/clock-faults.ts';
import { orderFaults } from './order/order-faults.ts';
import { sequenceFaults } from './order/sequence-faults.ts';
import { anewFaults } from './pair/anew-faults.ts';
import { effectFaults } from './pair/effect-faults.ts';
import { onceFaults } from './pair/once-faults.ts';
import { envelopeFaults } from './pair/envelope-faults.ts';
import { repeatFaults } from './pair/repeat-faults.ts';
import { outcomeFaults } from './pair/outcome-faults.ts';
import { pairFaults } from './pair/pair-faults.ts';
import { cursorFaults } from './resume/cursor-faults.ts';
import { mutantFaults } from './platform/mutant-faults.ts';
import { replayFaults } from './resume/replay-faults.ts';
import { driftFaults } from './schema/drift-faults.ts';
import { fieldFaults } from './schema/field-faults.ts';
import { identityFaults } from './schema/identity-faults.ts';
import { numberFaults } from './schema/number-faults.ts';
import { shapeFaults } from './schema/shape-faults.ts';
import { sizeFaults } from './schema/size-faults.ts';
import { textFaults } from './text/text-faults.ts';
import { closeFaults } from './transport/close-faults.ts';
import { echoFaults } from './transport/echo-faults.ts';
import { doorFaults } from './transport/door-faults.ts';
import { protocolFaults } from './transport/protocol-faults.ts';
import { silenceFaults } from './transport/silence-faults.ts';
import { truthFaults } from './truth/truth-faults.ts';

/** Every fault there is, family by family. */
export const faultTable: readonly FaultRow[] = [
  ...startFaults,
  ...unheardFaults,
  ...terminalFaults,
  ...workFaults,
  ...cancelFaults,
  ...pairFaults,
  ...onceFaults,
  ...repeatFaults,
  ...anewFaults,
  ...envelopeFaults,
  ...outcomeFaults,
  ...effectFaults,
  ...orderFaults,
  ...sequenceFaults,
  ...clockFaults,
  ...textFaults,
  ...shapeFaults,
  ...driftFaults,
  ...fieldFaults,
  ...numberFaults,
  ...identityFaults,
  ...sizeFaults,
  ...closeFaults,
  ...echoFaults,
  ...protocolFaults,
  ...doorFaults,
  ...silenceFaults,
  ...entryFaults,
  ...exitFaults,
  ...canaryFaults,
  ...exposureFaults,
  ...trespassFaults,
  ...greetingFaults,
  ...truthFaults,
  ...replayFaults,
  ...cursorFaults,
  ...latencyFaults,
  ...pressureFaults,
  ...mutantFaults,
  ...harnessFaults,
];
