import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { guidelinesQuery } from "#lib/guideline-queries.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import styles from "./next-meeting.module.css";
import { ownViewsTexts } from "./own-views.texts.ts";

/** On the home of whoever answers for a country: the views of it that wait for its answer, which nobody else reads yet. Nothing when there is none. */
export function OwnViews({ country }: { readonly country: string }) {
  const t = useTexts(ownViewsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data } = useQuery(guidelinesQuery);
  const participants = useQuery(participantsQuery);
  const waiting = (data?.statements ?? []).filter((one) => one.country === country && one.opening === "first");
  if (data === undefined || participants.data === undefined || waiting.length === 0) return null;
  const nameOf = namesOf(participants.data.participants, lang);
  const stepOf = (code: string) =>
    data.sets.flatMap(({ steps }) => steps.find((step) => step.code === code)?.name[lang] ?? []).at(-1) ?? code;
  return (
    <>
      {waiting.map(({ id, author, step, replyUntil }) => (
        <p key={id} className={styles.line}>
          <Link to="/$lang/network/$" params={{ lang, _splat: `guidelines/${id}` }}>
            {t.view(nameOf(author), stepOf(step))}
          </Link>{" "}
          {t.waits(nameOf(country), replyUntil === null ? "" : f.weekday(replyUntil))}
        </p>
      ))}
    </>
  );
}
