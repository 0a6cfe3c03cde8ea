import type { IndicatorCode } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLanguage } from "#i18n/language.ts";
import { proposalsQuery } from "#lib/proposals-query.ts";
import { LinkButton } from "./button.tsx";
import { Callout } from "./callout.tsx";

interface OpenProposalsProps {
  readonly submissionId: string;
  /** Of a returned report, what is locked cannot be taken. */
  readonly mayTake: (indicator: IndicatorCode) => boolean;
  readonly words: { readonly title: (count: number) => string; readonly link: string };
  readonly children?: ReactNode;
}

/** How many proposals of other institutions wait for the decision of whoever reports, and where they are; nothing when none does. */
export function OpenProposals({ submissionId, mayTake, words, children }: OpenProposalsProps) {
  const lang = useLanguage();
  const { data } = useQuery(proposalsQuery(submissionId));
  const open =
    data?.proposals.filter(({ state, proposed }) => state === "open" && mayTake(proposed.indicatorCode)) ?? [];
  if (open.length === 0) return null;
  return (
    <Callout
      tone="caution"
      title={words.title(open.length)}
      actions={
        <LinkButton size="small" to="/$lang/reports/$submissionId/ministries" params={{ lang, submissionId }}>
          {words.link}
        </LinkButton>
      }
    >
      {children}
    </Callout>
  );
}
