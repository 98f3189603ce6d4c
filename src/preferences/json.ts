/**
 * Writes plain data as JSON, whatever the page did to built-in objects.
 *
 * `JSON.stringify` asks objects and arrays for a `toJSON`, and old Prototype.js gives every array one that returns
 * text, so that lists come out encoded twice. Of strings, numbers and the like it asks nothing.
 * @see https://tc39.es/ecma262/#sec-serializejsonproperty
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => toJson(item)).join()}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`)
    .join()}}`;
}

/** Reads JSON; undefined where it is not JSON. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
