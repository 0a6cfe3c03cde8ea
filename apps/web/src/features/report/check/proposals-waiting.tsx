import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { proposalsQuery } from "#lib/proposals-query.ts";
import { useSession } from "#lib/session.ts";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { useReportBase } from "../report-context.ts";
import { checkTexts } from "./check.texts.ts";

/** For those who may still take them: how many proposals would be left out of the report if it were sent now. They keep nothing from being sent. */
export function ProposalsWaiting() {
  const { person } = useSession();
  const { canEdit } = useReportBase();
  return canEdit && person !== null && mayDo(person.role, "proposal.decide") ? <Waiting /> : null;
}

function Waiting() {
  const t = useTexts(checkTexts).proposals;
  const lang = useLanguage();
  const { view, mayEdit } = useReportBase();
  const { data } = useQuery(proposalsQuery(view.submission.id));
  // Of a returned report, what is locked cannot be taken.
  const open =
    data?.proposals.filter(({ state, proposed }) => state === "open" && mayEdit(proposed.indicatorCode)) ?? [];
  if (open.length === 0) return null;
  return (
    <Callout
      tone="caution"
      title={t.title(open.length)}
      actions={
        <LinkButton
          size="small"
          to="/$lang/reports/$submissionId/ministries"
          params={{ lang, submissionId: view.submission.id }}
        >
          {t.link}
        </LinkButton>
      }
    >
      {t.text}
    </Callout>
  );
}
