/** The published types lack `preferred`: which of equally acceptable encodings to use. */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | undefined>> });
    encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
  }
}
