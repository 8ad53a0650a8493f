import type { FaultRow } from '../fault-row.ts';
import { entryFaults } from './auth/entry-faults.ts';
import { exitFaults } from './auth/exit-faults.ts';
import { canaryFaults } from './isolation/canary-faults.ts';
import { exposureFaults } from './isolation/exposure-faults.ts';
import { cancelFaults } from './life/cancel-faults.ts';
import { startFaults } from './life/start-faults.ts';
import { terminalFaults } from './life/terminal-faults.ts';
import { workFaults } from './life/work-faults.ts';
import { latencyFaults } from './load/latency-faults.ts';
import { pressureFaults } from './load/pressure-faults.ts';
import { harnessFaults } from './meta/harness-faults.ts';
import { clockFaults } from './order/clock-faults.ts';
import { orderFaults } from './order/order-faults.ts';
import { sequenceFaults } from './order/sequence-faults.ts';
import { effectFaults } from './pair/effect-faults.ts';
import { onceFaults } from './pair/once-faults.ts';
import { outcomeFaults } from './pair/outcome-faults.ts';
import { pairFaults } from './pair/pair-faults.ts';
import { cursorFaults } from './resume/cursor-faults.ts';
import { mutantFaults } from './platform/mutant-faults.ts';
import { replayFaults } from './resume/replay-faults.ts';
import { fieldFaults } from './schema/field-faults.ts';
import { identityFaults } from './schema/identity-faults.ts';
import { numberFaults } from './schema/number-faults.ts';
import { shapeFaults } from './schema/shape-faults.ts';
import { sizeFaults } from './schema/size-faults.ts';
import { textFaults } from './text/text-faults.ts';
import { closeFaults } from './transport/close-faults.ts';
import { doorFaults } from './transport/door-faults.ts';
import { protocolFaults } from './transport/protocol-faults.ts';
import { silenceFaults } from './transport/silence-faults.ts';

/** Every fault there is, family by family. */
export const faultTable: readonly FaultRow[] = [
  ...startFaults,
  ...terminalFaults,
  ...workFaults,
  ...cancelFaults,
  ...pairFaults,
  ...onceFaults,
  ...outcomeFaults,
  ...effectFaults,
  ...orderFaults,
  ...sequenceFaults,
  ...clockFaults,
  ...textFaults,
  ...shapeFaults,
  ...fieldFaults,
  ...numberFaults,
  ...identityFaults,
  ...sizeFaults,
  ...closeFaults,
  ...protocolFaults,
  ...doorFaults,
  ...silenceFaults,
  ...entryFaults,
  ...exitFaults,
  ...canaryFaults,
  ...exposureFaults,
  ...replayFaults,
  ...cursorFaults,
  ...latencyFaults,
  ...pressureFaults,
  ...mutantFaults,
  ...harnessFaults,
];
