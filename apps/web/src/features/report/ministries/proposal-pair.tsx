import type { ProposalView } from "@avances/contracts";
import { findIndicator, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useReportBase } from "../report-context.ts";
import { WholeAnswer } from "../whole-answer.tsx";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";

/** The indicator of a proposal: code and question. */
export function ProposalName({ code }: { readonly code: string }) {
  const lang = useLanguage();
  const indicator = useIndicator(code);
  return (
    <p>
      <span className={styles.code}>{code}</span> <span className={styles.name}>{indicator?.name[lang]}</span>
    </p>
  );
}

export function useIndicator(code: string): Indicator | undefined {
  return findIndicator(useReportBase().catalogue, code);
}

/** What is proposed and what is in the report, side by side, each with who and when. */
export function ProposalPair({ proposal }: { readonly proposal: ProposalView }) {
  const t = useTexts(ministriesTexts).waiting;
  const f = useFormat();
  const { view } = useReportBase();
  const { proposed, present } = proposal;
  const indicator = useIndicator(proposed.indicatorCode);
  if (indicator === undefined) return null;
  const when = (at: string) => f.instant(at, view.timeZone);
  return (
    <dl className={styles.pair}>
      <div>
        <dt>{t.proposed(proposed.updatedByName, when(proposed.updatedAt))}</dt>
        <dd>
          <WholeAnswer indicator={indicator} answer={proposed} />
        </dd>
      </div>
      <div>
        <dt>
          {present === null || present.state === "not_reported"
            ? t.nothing
            : t.present(present.updatedByName, when(present.updatedAt))}
        </dt>
        <dd>
          <WholeAnswer indicator={indicator} answer={present ?? undefined} />
        </dd>
      </div>
    </dl>
  );
}
