/** The outermost fields of a frame, each with the type of its value. */
export type Shape = ReadonlyMap<string, string>;

/** One side has fields the other lacks: fewer may be optional ones. */
const fewestStrange = 2;

/**
 * The shape of a frame's object. Some transports write a packet type before the JSON and the name of the event beside
 * the object, in one list with it: what stands around it is not its shape. No object: no shape.
 */
export function readShape(raw: string): Shape {
  const value = parseFrom(raw, raw.search(/[{[]/));
  const fields: unknown = Array.isArray(value) ? value.find(isObject) : value;
  if (!isObject(fields)) return new Map();
  return new Map(Object.entries(fields).map(([name, field]) => [name, typeName(field)]));
}

function parseFrom(raw: string, start: number): unknown {
  try {
    return JSON.parse(raw.slice(Math.max(0, start)));
  } catch {
    // Whether it had to be JSON is for WIRE-JSON to say.
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What makes two shapes incompatible, if anything does. Additional and optional fields are compatible; a field that
 * is text here and a number there is not, nor are two envelopes that each have what the other lacks.
 */
export function contradicts(left: Shape, right: Shape): string | undefined {
  for (const [name, type] of left) {
    const other = right.get(name);
    if (isScalar(type) && isScalar(other) && other !== type) {
      return `${name} is a ${type} in one and a ${other} in the other`;
    }
  }
  const onlyLeft = [...left].filter(([name]) => !right.has(name));
  const onlyRight = [...right].filter(([name]) => !left.has(name));
  const envelopes = [onlyLeft, onlyRight].every((fields) =>
    fields.some(([, type]) => type === 'object'),
  );
  const many = onlyLeft.length >= fewestStrange && onlyRight.length >= fewestStrange;
  if (!envelopes && !many) return undefined;
  return `one has ${names(onlyLeft)}, the other ${names(onlyRight)}`;
}

function names(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name]) => name).join(', ');
}

function isScalar(type: string | undefined): type is 'string' | 'number' {
  return type === 'string' || type === 'number';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
