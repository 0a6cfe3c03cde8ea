/**
 * Compares what a start expects of its database with what the database records about itself: one sentence for each contradiction, empty
 * when there is none. `demo` undefined = not set, and the database decides. A demonstration is never served in production.
 */
export function kindFaults(
  kind: "demonstration" | "real",
  { demo, production }: { readonly demo?: "on" | "off" | undefined; readonly production: boolean },
): readonly string[] {
  if (kind === "real")
    return demo === "on" ? ["DEMO: is on, and the database is a place of real work; leave it empty, or write off"] : [];
  if (production)
    return [
      "DATABASE_URL: the database is a demonstration, with invented figures and passwords that everybody knows; in production name another one",
    ];
  return demo === "off"
    ? [
        "DEMO: is off, and the database is a demonstration, with invented figures and passwords that everybody knows; leave it empty, or name another database in DATABASE_URL",
      ]
    : [];
}
