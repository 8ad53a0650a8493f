import type { Fields } from './message.ts';

/** Reads a message as an object; anything else gives no fields. */
export function readFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

export function readPayload(text: string): Fields {
  const { payload } = readFields(text);
  return isFields(payload) ? payload : {};
}

/** Changes fields at the top of a message; `undefined` takes a field out. */
export function edit(text: string, change: Fields): string {
  return JSON.stringify({ ...readFields(text), ...change });
}

/** Changes fields of a message's payload. */
export function editPayload(text: string, change: Fields): string {
  return edit(text, { payload: { ...readPayload(text), ...change } });
}

/** A message of the same run with another kind and payload. */
export function asKind(text: string, type: string, payload: Fields): string {
  const { event_id } = readFields(text);
  return edit(text, { type, event_id: `${String(event_id)}-${type}`, payload });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
