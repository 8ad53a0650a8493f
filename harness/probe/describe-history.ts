import { historyFormat, type HistoryHeader } from '../contract/history.ts';
import { toolVersion } from '../contract/tool-version.ts';
import type { Target } from '../targets/target.ts';
import { readEnvironment } from './read-environment.ts';

/** The header of a history that begins now. */
export function describeHistory(target: Target, journey: string, seed: string): HistoryHeader {
  return {
    format: historyFormat,
    tool_version: toolVersion,
    target: target.name,
    profile: target.profile.name,
    promises: target.profile.promises,
    journey,
    seed,
    started_at: new Date().toISOString(),
    environment: readEnvironment(),
  };
}
