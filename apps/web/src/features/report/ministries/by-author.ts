import type { ProposalView } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";

/** In the order of the first proposal of each author. Two people may have one name and one institution. */
export function byAuthor(open: readonly ProposalView[]): readonly (readonly ProposalView[])[] {
  const groups = new Map<string, ProposalView[]>();
  for (const proposal of open) {
    const group = groups.get(proposal.authorId);
    if (group === undefined) groups.set(proposal.authorId, [proposal]);
    else group.push(proposal);
  }
  return [...groups.values()];
}

/** What can be taken now: all but those whose answer is locked, of a report that was returned. */
export function toTake(
  proposals: readonly ProposalView[],
  mayEdit: (code: IndicatorCode) => boolean,
): readonly ProposalView[] {
  return proposals.filter(({ proposed }) => mayEdit(proposed.indicatorCode));
}
