/** What a log says about an error: its kind and code, and the place in our code. Never its message, which may hold what people wrote. */
export function errorFacts(error: unknown): { readonly error: string; readonly where: string | null } {
  return { error: nameOf(error), where: placeOf(error) };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause instanceof Error && "code" in error.cause ? `:${String(error.cause.code)}` : "";
  const code = "code" in error && typeof error.code === "string" ? `:${error.code}` : "";
  return `${error.name}${code}${cause}`.slice(0, 100);
}

/** First line of the stack that is in our own code: file and line, no message. */
function placeOf(error: unknown): string | null {
  const line =
    error instanceof Error
      ? error.stack?.split("\n").find((each) => /(apps|packages)\/.*\.ts:\d+/.test(each))
      : undefined;
  return line?.match(/((?:apps|packages)\/[^\s()]+)/)?.[1] ?? null;
}
