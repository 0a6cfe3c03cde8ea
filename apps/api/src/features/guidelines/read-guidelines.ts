import type { GuidelineStatementView, GuidelinesView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listGuidelineSets, listGuidelineStatements, listViewsToAnswer } from "@avances/db/queries/guideline-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import { mayState, participantOf, speaksFor, statementsInForce } from "@avances/domain/network";
import { allow } from "#features/shared/allow.ts";
import { type GuidelineDeps, readOnStatements, setView, statementInFull, statementView } from "./guideline-view.ts";

/** The steps, and who says what of each country, as far as this person may read it. */
export function getGuidelines(
  deps: Pick<GuidelineDeps, "db" | "config" | "reference">,
  actor: Actor,
): Promise<GuidelinesView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => guidelinesView(tx, deps, actor));
}

export async function guidelinesView(
  tx: Tx,
  deps: Pick<GuidelineDeps, "config" | "reference">,
  actor: Actor,
): Promise<GuidelinesView> {
  const sets = await listGuidelineSets(tx);
  const members = (await listParticipants(tx)).filter(({ kind }) => kind === "member").map(({ code }) => code);
  const rows = await listGuidelineStatements(tx);
  const inForce = new Set(
    statementsInForce(rows.map((row) => ({ ...row, author: row.authorCode, country: row.countryCode }))).map(
      ({ id }) => id,
    ),
  );
  const shown = rows.filter(({ id, state }) => inForce.has(id) || state === "draft");
  const all = await readOnStatements(
    tx,
    shown.map(({ id }) => id),
  );
  const side = participantOf(actor);
  const states = mayDo(actor.role, "guideline.state") && side !== null && speaksFor(actor, side);
  const mayChange = mayDo(actor.role, "guideline.manage");
  return {
    revision: sets.at(-1)?.version ?? 0,
    sets: sets.map(setView),
    members,
    statements: shown.map((row) => statementView(deps, actor, row, all)),
    toAnswer: mayChange ? await listViewsToAnswer(tx) : [],
    states: states ? members.filter((country) => mayState(side, country, members)) : [],
    mayChange,
  };
}

/** A statement, with what was done to it and what else was said of the step. */
export function getGuidelineStatement(
  deps: Pick<GuidelineDeps, "db" | "config" | "reference">,
  actor: Actor,
  matterId: string,
): Promise<GuidelineStatementView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => statementInFull(tx, deps, actor, matterId));
}
