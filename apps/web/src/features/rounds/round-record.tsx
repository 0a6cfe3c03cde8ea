import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { roundRecordQuery } from "#lib/shared-queries.ts";
import { roundActTexts } from "./round-acts.texts.ts";

/** What was done to rounds after they were opened, newest first. Cancelled rounds are shown only here. */
export function RoundRecord() {
  const t = useTexts(roundActTexts).record;
  const lang = useLanguage();
  const f = useFormat();
  const { data } = useQuery(roundRecordQuery);
  if (data === undefined || data.acts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">{t.heading}</h2>
      <ul>
        {[...data.acts].reverse().map(({ year, revision, act, at, byName, before, after, reason }) => {
          const round = roundWords[lang].name({ roundYear: year });
          const span = ({ opensOn, dueOn }: typeof before) => t.span(f.shortDate(opensOn), f.shortDate(dueOn));
          return (
            <li key={`${year} ${revision}`}>
              {f.instant(at)}:{" "}
              {act === "cancelled" ? t.cancelled(round, byName) : t[act](round, byName, span(before), span(after))}{" "}
              {t.why(reason)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
