import type { Template } from '../../../contract/profile-config.ts';

/**
 * The values of the places in what a template has written, or another client has written like it; `undefined` where
 * something that the template says is not there. A page may say more than the template does.
 */
export function readBack(
  template: Template,
  written: unknown,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof template === 'string') return readText(template, written);
  if (typeof template !== 'object' || template === null) {
    return template === written ? {} : undefined;
  }
  if (typeof written !== 'object' || written === null) return undefined;
  let values: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(template)) {
    const found = readBack(each, (written as Readonly<Record<string, unknown>>)[name]);
    if (found === undefined) return undefined;
    values = { ...values, ...found };
  }
  return values;
}

function readText(template: string, written: unknown): Record<string, unknown> | undefined {
  const [, name, optional] = /^\$(\w+)(\??)$/.exec(template) ?? [];
  if (name === undefined) {
    // Places inside a text, such as `Bearer $token`, stand for anything.
    return /\$\w/.test(template) || template === written ? {} : undefined;
  }
  if (written === undefined) return optional === '?' ? {} : undefined;
  return { [name]: written };
}
