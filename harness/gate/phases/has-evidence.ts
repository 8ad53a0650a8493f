import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';

/** Whether a result holds what carrying out this need gives. */
export function hasEvidence(result: Result, need: Need): boolean {
  switch (need) {
    case 'audit':
      return result.audit !== undefined;
    case 'discovery':
      return result.discovery !== undefined;
    case 'proof':
      return result.kill_matrix !== undefined;
    case 'mission-critical':
    case 'ssot-compliance':
    case 'performance-regression':
    case 'staging':
      return result.suites.some(({ name }) => name === need);
    case 'drill':
      return result.drill !== undefined;
    case 'comparison':
      return result.comparison !== undefined;
    case 'event-loss':
      return result.event_loss !== undefined;
    case 'paired-speed':
      return result.paired_speed !== undefined;
    case 'existing':
      return result.existing !== undefined;
    case 'documents':
      return result.documents !== undefined;
  }
}
