import { consolidationFeatures } from './consolidation-features.ts';
import type { Feature } from './feature.ts';
import { journeyFeatures } from './journey-features.ts';

/** Every feature of the tests that a migration like this one had or planned, and what proves it here. */
export const featureTable: readonly Feature[] = [...consolidationFeatures, ...journeyFeatures];
