import type { SubmissionView } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { OpenProposals } from "#ui/open-proposals.tsx";
import { homeTexts } from "./home.texts.ts";

/** For those who take what other institutions propose: how much waits for their decision. */
export function ProposalsHere({ view: { submission, inQuestion } }: { readonly view: SubmissionView }) {
  const t = useTexts(homeTexts).proposals;
  return (
    <OpenProposals
      submissionId={submission.id}
      mayTake={(indicator) => inQuestion === null || inQuestion.includes(indicator)}
      words={t}
    />
  );
}
