import type { Text } from "@avances/domain/catalogue";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { useFormat } from "#lib/format.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { roundStatusQuery, roundsQuery } from "#lib/shared-queries.ts";
import styles from "./review-desk.module.css";
import { reviewsQuery } from "./review-queries.ts";
import { reviewsTexts } from "./reviews.texts.ts";
import { todayFacts } from "./today-facts.ts";

interface TodayProps {
  readonly countries: readonly { readonly alpha3: string; readonly name: Text; readonly timeZone: string }[];
}

/** What needs the Secretariat and what needs the countries today, over all rounds; the board of a round says it line by line. */
export function TodayOverview({ countries }: TodayProps) {
  const t = useTexts(reviewsTexts).today;
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const { data: queue } = useSuspenseQuery(reviewsQuery);
  const { data: rounds } = useQuery(roundsQuery);
  const round = currentRound(rounds?.rounds ?? [], serverToday(session));
  const { data: board } = useQuery({ ...roundStatusQuery(round?.year ?? 0), enabled: round !== undefined });
  const zoneOf = (code: string) => countries.find(({ alpha3 }) => alpha3 === code)?.timeZone ?? "UTC";
  const now = new Date(session?.now ?? Date.now());
  const { us, countries: theirs } = todayFacts(queue.submissions, board?.countries ?? [], now, zoneOf);
  const names = (codes: readonly string[]) =>
    f.list(codes.map((code) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code));
  const line = (codes: readonly string[], words: (names: string) => string) =>
    codes.length === 0 ? [] : [words(names(codes))];
  const lines = {
    us: [
      ...line(us.overdue, (reports) => t.overdue(reports, us.overdue.length)),
      ...line(us.dueToday, t.dueToday),
      ...(us.review > 0 ? [t.review(us.review, us.overdue.length + us.dueToday.length > 0)] : []),
      ...line(us.questions, t.questions),
      ...line(us.publish, (reports) => t.publish(reports, us.publish.length)),
      ...line(us.unreachable, t.unreachable),
    ],
    countries: [
      ...line(theirs.late, t.late),
      ...line(theirs.returnedLate, t.returnedLate),
      ...line(theirs.returned, t.returned),
      ...line(theirs.consent, t.consent),
    ],
  };
  return (
    <section className="section" aria-labelledby="today">
      <h2 id="today">{t.heading}</h2>
      <div className={styles.today}>
        {(["us", "countries"] as const).map((who) => (
          <div key={who}>
            <h3>{t[who]}</h3>
            {lines[who].length === 0 ? <p className="quiet">{t.nothing}</p> : null}
            <ul>
              {lines[who].map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
