/** Joins the class names that apply; whatever is not a name is passed over. */
export function classNames(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
