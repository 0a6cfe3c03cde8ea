import type { AgendaPointView, MeetingView } from "@avances/contracts";
import { pointName, type TranslationState } from "@avances/domain/network";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { later } from "#lib/later.tsx";
import styles from "./agenda.module.css";
import { agendaTexts } from "./agenda.texts.ts";

const DocumentsOfPoint = later(() => import("../documents-of-point.tsx").then((m) => m.DocumentsOfPoint));

interface AgendaProps {
  readonly meeting: MeetingView;
  readonly nameOf: (code: string) => string;
}

/** The points of a meeting in their order, each in the language of the page as far as it was translated. */
export function Agenda({ meeting, nameOf }: AgendaProps) {
  const t = useTexts(agendaTexts);
  const { agenda } = meeting;
  if (agenda.length === 0 && meeting.state === "cancelled") return null;
  return (
    <section className="section" aria-labelledby="agenda">
      <h2 id="agenda">{t.title}</h2>
      {agenda.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        // The numbers are its own: a list would count otherwise.
        <ul className={styles.points}>
          {agenda.map((point) => (
            <Point key={point.id} point={point} nameOf={nameOf}>
              <DocumentsOfPoint meetingId={meeting.id} pointId={point.id} />
            </Point>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PointProps extends Pick<AgendaProps, "nameOf"> {
  readonly point: AgendaPointView;
  readonly children: ReactNode;
}

function Point({ point, nameOf, children }: PointProps) {
  const t = useTexts(agendaTexts);
  const lang = useLanguage();
  const { presenter, language, subject, letter } = point;
  const translation = language === lang ? undefined : point.translations.find((one) => one.language === lang);
  const shown = translation ?? { language, subject };
  const states: Readonly<Record<TranslationState, string | null>> = {
    ...{ original: null, translated: null, outdated: t.outdated, machine: t.machine, missing: t.only[language] },
  };
  const state = states[language === lang ? "original" : (translation?.state ?? "missing")];
  const said = [presenter === null ? null : t.presents(nameOf(presenter)), state].filter((words) => words !== null);
  return (
    <li className={letter === "" ? styles.point : styles.within} id={`point-${pointName(point)}`}>
      <span className={styles.number}>{pointName(point)}</span>
      <span>
        <span lang={shown.language === lang ? undefined : shown.language}>{shown.subject}</span>
        {said.length === 0 ? null : <span className={styles.fine}>{said.join("; ")}</span>}
        {children}
      </span>
    </li>
  );
}
