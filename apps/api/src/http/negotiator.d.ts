/** The published types do not know `preferred`: which of equally welcome encodings is taken. */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | undefined>> });
    encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
  }
}
