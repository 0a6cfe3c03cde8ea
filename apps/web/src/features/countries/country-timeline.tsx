import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry } from "#lib/published-queries.ts";
import { useSpeech } from "#lib/speech.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { type Milestone, timelineFacts } from "./timeline-facts.ts";
import { milestoneDay, milestoneWords } from "./timeline-sentences.ts";

/** Laws, plans and treaties in the order of time. */
export function CountryTimeline({ data }: { readonly data: PublicCountry }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  const { milestones, without, treatiesAsOf } = timelineFacts(data);
  return (
    <section className="section stack-s" aria-labelledby="treaties">
      <h2 id="treaties" className={styles.ruled}>
        {t.timeline}
      </h2>
      <ol className={styles.timeline}>
        {milestones.map((milestone) => (
          <li key={keyOf(milestone)} className={classNames(styles.milestone, styles[milestone.kind])}>
            <span className={styles.day}>{milestoneDay(milestone, speech)}</span>
            <MilestoneLink milestone={milestone}>{milestoneWords(milestone, speech, true)}</MilestoneLink>
          </li>
        ))}
      </ol>
      {without.length > 0 ? <p>{t.noConsent(f.list(without.map(({ name }) => name[lang])))}</p> : null}
      <p className="small quiet">{t.treatiesAsOf(f.date(treatiesAsOf))}</p>
    </section>
  );
}

/** A treaty leads to its articles, everything else to its indicator. */
function MilestoneLink({ milestone, children }: { readonly milestone: Milestone; readonly children: ReactNode }) {
  const lang = useLanguage();
  return milestone.kind === "treaty" ? (
    <Link to="/$lang/articles" params={{ lang }} hash={milestone.treaty.code}>
      {children}
    </Link>
  ) : (
    <Link to="/$lang/indicators/$code" params={{ lang, code: milestone.indicator.code }}>
      {children}
    </Link>
  );
}

function keyOf(milestone: Milestone): string {
  return milestone.kind === "treaty"
    ? milestone.treaty.code
    : `${milestone.indicator.code} ${milestone.kind} ${milestone.on}`;
}
