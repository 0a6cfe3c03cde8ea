import type { Tx } from "@avances/db";
import { listMattersNamed, type MatterLink } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { articleKey, wholeArticles } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses a link to what there is not for the actor: an indicator, an objective or an article of the catalogue, a country, or another matter. */
export async function requireKnownLinks(
  tx: Tx,
  { catalogues }: Pick<Deps, "catalogues">,
  links: readonly MatterLink[],
  /** What is linked: nothing belongs to itself. */
  matterId?: string,
): Promise<void> {
  if (links.length === 0) return;
  const { indicators, objectives } = catalogues.current;
  const participants = await listParticipants(tx);
  const matters = links.flatMap(({ kind, code }) => (kind === "matter" && isId.test(code) ? [code] : []));
  const known: Readonly<Record<MatterLink["kind"], ReadonlySet<string>>> = {
    indicator: new Set(indicators.map(({ code }) => code)),
    objective: new Set(objectives.map(({ code }) => code)),
    article: new Set(wholeArticles([...indicators, ...objectives].flatMap((one) => one.articles)).map(articleKey)),
    country: new Set(participants.filter(({ kind }) => kind !== "organisation").map(({ code }) => code)),
    matter: new Set((await listMattersNamed(tx, matters)).map(({ id }) => id).filter((id) => id !== matterId)),
  };
  const isKnown = links.every(({ kind, code }) => known[kind].has(code));
  if (!isKnown) throw new DomainError("matter-refused", { faults: ["link_unknown"] });
}
