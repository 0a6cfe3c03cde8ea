/** A figure of one country and round by its place in the public file. */
export function idOf(code: string, measure: string, list = "", category = ""): string {
  return [code, measure, list, category].join("|");
}
