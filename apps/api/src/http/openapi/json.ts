/** A part of the document. */
export type Json = Readonly<Record<string, unknown>>;

export const componentRef = (name: string) => `#/components/schemas/${name}`;

/** A copy in which every `$ref` is renamed. */
export function withRefs(value: unknown, rename: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withRefs(each, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "$ref" && typeof each === "string" ? rename(each) : withRefs(each, rename),
    ]),
  );
}
