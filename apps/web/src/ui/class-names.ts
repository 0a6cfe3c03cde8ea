/** Joins class names; values that are not a name are ignored. */
export function classNames(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
