import type { Template } from '../../../contract/profile-config.ts';

/** What the places of a template stand for. */
export type Values = Readonly<Record<string, unknown>>;

const whole = /^\$(\w+)(\??)$/;
const inside = /\$(\w+)/g;

/**
 * Fills the places of a template. A text that is one place takes the value as it is; `$name?` leaves its field out
 * where there is no value; a place inside a text is replaced in it.
 */
export function fill(template: Template, values: Values): unknown {
  if (typeof template === 'string') return fillText(template, values);
  if (Array.isArray(template)) return template.map((each) => fill(each, values));
  if (typeof template !== 'object' || template === null) return template;
  const filled: [string, unknown][] = [];
  for (const [name, each] of Object.entries(template)) {
    const value = fill(each, values);
    if (value !== undefined) filled.push([name, value]);
  }
  return Object.fromEntries(filled);
}

/** Replaces the places inside a text, such as a path or a header. */
export function fillInside(text: string, values: Values): string {
  return text.replace(inside, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : place;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function fillText(text: string, values: Values): unknown {
  const [, name, optional] = whole.exec(text) ?? [];
  if (name === undefined) return fillInside(text, values);
  if (optional === '?' || Object.hasOwn(values, name)) return values[name];
  return text;
}

/** Where a template holds a place that is a whole text: the names and numbers that lead there. */
export function findPlace(template: Template, place: string): readonly string[] | undefined {
  if (typeof template === 'string') {
    return template === `$${place}` || template === `$${place}?` ? [] : undefined;
  }
  if (typeof template !== 'object' || template === null) return undefined;
  for (const [name, each] of Object.entries(template)) {
    const below = findPlace(each, place);
    if (below !== undefined) return [name, ...below];
  }
  return undefined;
}
