import { mayDo } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useSession } from "#lib/session.ts";
import { OpenProposals } from "#ui/open-proposals.tsx";
import { useReportBase } from "../report-context.ts";
import { checkTexts } from "./check.texts.ts";

/** For those who may still take them: how many proposals would be left out of the report if it were sent now. They keep nothing from being sent. */
export function ProposalsWaiting() {
  const t = useTexts(checkTexts).proposals;
  const { person } = useSession();
  const { canEdit, view, mayEdit } = useReportBase();
  if (!canEdit || person === null || !mayDo(person.role, "proposal.decide")) return null;
  return (
    <OpenProposals submissionId={view.submission.id} mayTake={mayEdit} words={t}>
      {t.text}
    </OpenProposals>
  );
}
