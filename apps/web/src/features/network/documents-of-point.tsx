import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Title } from "#ui/translated-words.tsx";
import styles from "./agenda/agenda.module.css";
import { libraryTexts } from "./library/library.texts.ts";
import { documentsQuery } from "./library/library-queries.ts";

interface OfPointProps {
  readonly meetingId: string;
  readonly pointId: string;
}

/** The documents that belong to a point of the agenda, as far as the reader may read them: from the same answer as those of the meeting below. */
export function DocumentsOfPoint({ meetingId, pointId }: OfPointProps) {
  const t = useTexts(libraryTexts).ofMeeting;
  const lang = useLanguage();
  const { data } = useQuery(documentsQuery({ meeting: meetingId }));
  const own = (data?.documents ?? []).filter(({ links }) =>
    links.some(({ kind, code }) => kind === "matter" && code === pointId),
  );
  return own.map((one) => (
    <span key={one.id} className={styles.fine}>
      {t.document}{" "}
      <Link to="/$lang/network/$" params={{ lang, _splat: `library/${one.id}` }}>
        <Title words={one.words} />
      </Link>
    </span>
  ));
}
