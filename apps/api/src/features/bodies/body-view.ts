import type { BodyView, TermView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type BodyTermRow, listTerms } from "@avances/db/queries/body-queries";
import type { Actor } from "@avances/domain/access";
import { type BodyCode, type BodyTerm, isPublishedReport } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** A body with who held which role in it when, as far as that is on record. */
export async function getBody(deps: Pick<Deps, "db" | "config">, actor: Actor, body: BodyCode): Promise<BodyView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => bodyView(tx, deps, body));
}

export async function bodyView(tx: Tx, { config }: Pick<Deps, "config">, body: BodyCode): Promise<BodyView> {
  return { body, terms: (await listTerms(tx, body)).map((row) => termView(row, config.demonstration)) };
}

export const termOf = ({ participantCode: participant, role, fromOn, untilOn, knownOn }: BodyTermRow): BodyTerm => ({
  ...{ participant, role, fromOn, untilOn, knownOn },
});

function termView(row: BodyTermRow, isDemonstration: boolean): TermView {
  const { id, bodyCode: body, source, createdAt, createdByName, withdrawnAt, withdrawnByName, withdrawnReason } = row;
  return {
    ...{ id, body, ...termOf(row), source },
    invented: isDemonstration && !isPublishedReport(source),
    at: createdAt.toISOString(),
    byName: createdByName,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), byName: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
  };
}
