import type { Result } from '../../contract/result.ts';
import { canonicalResult } from './canonical-result.ts';

/** The stored result itself: parsing it and rendering again gives the same bytes. */
export function renderJson(result: Result): string {
  return `${JSON.stringify(canonicalResult(result), undefined, 2)}\n`;
}
