import { serveCalls } from '../../perf/child/serve-calls.ts';
import { plantFaults } from './plant-faults.ts';

const calls = { plantFaults };

export type ProofChildCalls = typeof calls;

serveCalls(calls);
