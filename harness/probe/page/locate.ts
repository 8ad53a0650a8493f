import type { Locator, Page } from 'playwright';
import type { Place } from '../../contract/page-profile.ts';
import { readPattern } from '../../contract/text-pattern.ts';

/** Finds a place of the page profile on a page, or inside a part of it. */
export function locate(scope: Page | Locator, place: Place): Locator {
  if ('label' in place) return scope.getByLabel(readPattern(place.label));
  if ('placeholder' in place) return scope.getByPlaceholder(readPattern(place.placeholder));
  const { role, name } = place;
  return scope.getByRole(role, name === undefined ? {} : { name: readPattern(name) });
}
