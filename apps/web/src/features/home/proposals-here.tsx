import type { SubmissionView } from "@avances/contracts";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { proposalsQuery } from "#lib/proposals-query.ts";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { homeTexts } from "./home.texts.ts";

/** For those who take what other institutions propose: how much waits for their decision. Of a returned report, what is locked cannot be taken. */
export function ProposalsHere({ view }: { readonly view: SubmissionView }) {
  const t = useTexts(homeTexts).proposals;
  const lang = useLanguage();
  const { submission, inQuestion } = view;
  const { data } = useQuery(proposalsQuery(submission.id));
  const open = (data?.proposals ?? []).filter(
    ({ state, proposed }) => state === "open" && (inQuestion === null || inQuestion.includes(proposed.indicatorCode)),
  );
  if (open.length === 0) return null;
  return (
    <Callout
      tone="caution"
      title={t.title(open.length)}
      actions={
        <LinkButton
          size="small"
          to="/$lang/reports/$submissionId/ministries"
          params={{ lang, submissionId: submission.id }}
        >
          {t.link}
        </LinkButton>
      }
    />
  );
}
