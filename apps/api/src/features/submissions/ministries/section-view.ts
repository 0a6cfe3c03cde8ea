import type { SectionView } from "@avances/contracts";
import type { ProposalRow } from "@avances/db/queries/rows";
import type { SectionAndPerson } from "@avances/db/queries/section-queries";
import { sectionEndsAt } from "@avances/domain/submission";
import type { z } from "zod";

type View = z.input<typeof SectionView>;
type Proposal = Pick<ProposalRow, "indicatorCode" | "proposedBy" | "decision">;

/** A section, as those who report for the country see it. `proposals`: any; those of its person are counted. */
export function sectionView(
  { section, user }: SectionAndPerson,
  proposals: readonly Proposal[],
  timeZone: string,
): View {
  return {
    id: section.id,
    name: user.displayName,
    institution: user.institution,
    address: user.email,
    language: user.language,
    indicators: section.indicators,
    dueOn: section.dueOn,
    endsAt: sectionEndsAt(section, timeZone).toISOString(),
    note: section.note,
    invitedAt: section.invitedAt.toISOString(),
    invitedByName: section.invitedByName,
    openedAt: user.lastSignedInAt?.toISOString() ?? null,
    handedInAt: section.handedInAt?.toISOString() ?? null,
    removedAt: section.removedAt?.toISOString() ?? null,
    counts: sectionCounts(
      section.indicators,
      proposals.filter(({ proposedBy }) => proposedBy === user.id),
    ),
  };
}

/** How far a section is. What its author took back is missing again. */
export function sectionCounts(
  indicators: readonly string[],
  proposals: readonly Pick<Proposal, "indicatorCode" | "decision">[],
): View["counts"] {
  const of = (decision: Proposal["decision"]) =>
    proposals.filter((each) => each.decision === decision && indicators.includes(each.indicatorCode)).length;
  const [proposed, taken, givenBack] = [of("open"), of("taken"), of("given_back")];
  const asked = indicators.length;
  return { asked, proposed, taken, givenBack, missing: asked - proposed - taken - givenBack };
}
