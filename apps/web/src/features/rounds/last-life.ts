import type { CountryStatus } from "@avances/contracts";
import type { Desk } from "./rounds-queries.ts";

export interface Life {
  readonly kind: "sent" | "saved" | "signedIn";
  readonly at: string;
}

/** The latest of sending, saving and signing in; of several at one time that which says most. Null = nothing is known. */
export function lifeOf(
  row: Pick<CountryStatus, "submittedAt" | "lastActivityAt">,
  desk: Pick<Desk, "lastSignedInAt">,
): Life | null {
  const signs = [
    { kind: "sent", at: row.submittedAt },
    { kind: "saved", at: row.lastActivityAt },
    { kind: "signedIn", at: desk.lastSignedInAt },
  ] as const;
  return signs.reduce<Life | null>(
    (latest, { kind, at }) => (at !== null && (latest === null || at > latest.at) ? { kind, at } : latest),
    null,
  );
}
