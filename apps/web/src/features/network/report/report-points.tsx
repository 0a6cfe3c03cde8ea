import type { MeetingView, ReportView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import {
  isEditable,
  mayPromise,
  type NumberedPoint,
  numbered,
  partsOf,
  pointLead,
  pointName,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { later } from "#lib/later.tsx";
import { namesOf } from "#lib/meeting-queries.ts";
import { Title } from "#ui/translated-words.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";

const PointActs = later(() => import("./point-acts.tsx").then((m) => m.PointActs));

interface PointsProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
  readonly mayWrite: boolean;
}

/** What comes before the first point. */
export function Opening(props: PointsProps) {
  const all = numbered(props.report.content.points);
  const first = all.findIndex(({ number }) => number !== null);
  const before = first < 0 ? all : all.slice(0, first);
  return before.length === 0 ? null : <Lines {...props} points={before} />;
}

/** The points in both languages side by side, under the headings that the files have. */
export function Points(props: PointsProps) {
  const t = useTexts(reportTexts);
  const all = numbered(props.report.content.points);
  const first = all.findIndex(({ number }) => number !== null);
  const parts = partsOf(first < 0 ? [] : all.slice(first));
  if (parts.length === 0)
    return (
      <section className="section" aria-labelledby="points">
        <h2 id="points">{t.points}</h2>
        <p>{t.noPoints}</p>
      </section>
    );
  return parts.map(({ kind, points }) => (
    <section key={points[0]?.id} className="section" aria-labelledby={`part-${points[0]?.id}`}>
      <h2 id={`part-${points[0]?.id}`}>{t[kind]}</h2>
      <Lines {...props} points={points} />
    </section>
  ));
}

function Lines({
  points,
  report,
  meeting,
  participants,
  mayWrite,
}: PointsProps & { readonly points: readonly NumberedPoint[] }) {
  return (
    <ol className={styles.points}>
      {points.map((point) => (
        <Point key={point.id} point={point} participants={participants} report={report}>
          {mayWrite && isEditable(report.stage) ? (
            <PointActs point={point} report={report} meeting={meeting} participants={participants} />
          ) : null}
          {mayWrite && mayPromise(point) ? <ToCommitment point={point} meeting={meeting} /> : null}
        </Point>
      ))}
    </ol>
  );
}

/** What somebody promised in a sentence is entered from it: with its meeting, point and words. */
function ToCommitment({ point, meeting }: { readonly point: NumberedPoint; readonly meeting: MeetingView }) {
  const t = useTexts(reportTexts).edit;
  const lang = useLanguage();
  return (
    <Link
      to="/$lang/network/$"
      params={{ lang, _splat: "commitments/new" }}
      search={{ meeting: meeting.id, point: point.id } as never}
      className="small"
      aria-label={t.commitmentOf(t.point(pointName(point)))}
    >
      {t.commitment}
    </Link>
  );
}

interface PointProps {
  readonly point: NumberedPoint;
  readonly report: ReportView;
  readonly participants: readonly Participant[];
  readonly children: ReactNode;
}

function Point({ point, report, participants, children }: PointProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const { number, letter, verb, speaker, words, source } = point;
  const { body } = report.content.meeting;
  const shown = [lang, ...languages.filter((one) => one !== lang)];
  return (
    <li className={letter === "" ? styles.point : styles.lettered} id={`point-${point.id}`}>
      <span className={styles.number}>{number === null ? "" : letter === "" ? `${number}.` : `${letter})`}</span>
      <div className={styles.languages}>
        {shown.map((language) => {
          const name = speaker === null ? null : namesOf(participants, language)(speaker);
          const lead = pointLead({ verb, speaker: name, body }, language);
          const isMissing = words[language].trim() === "";
          return (
            <div key={language} lang={language} className={language === lang ? styles.own : styles.other}>
              {isMissing ? (
                <p className={styles.missing} lang={lang}>
                  {t.missingHere(t.languages[language])}
                </p>
              ) : (
                <p className={styles.words}>
                  {lead === null ? null : `${lead.who} `}
                  {lead === null || lead.does === "" ? null : (
                    <>
                      <strong>{lead.does}</strong>{" "}
                    </>
                  )}
                  {words[language]}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <div className={styles.foot}>
        <CameFrom source={source} report={report} />
        <SpeaksOf
          voices={report.voices.filter(({ id }) => point.voices.includes(id))}
          nameOf={namesOf(participants, lang)}
        />
        {children}
      </div>
    </li>
  );
}

/** What a point was made from, with the way there where the reader may read it. */
function CameFrom({ source, report }: { readonly source: NumberedPoint["source"]; readonly report: ReportView }) {
  const t = useTexts(reportTexts).from;
  const lang = useLanguage();
  if (source === null) return null;
  const kind = report.sources.find(({ id }) => id === source.id)?.kind;
  if (source.kind === "matter" && kind !== "agenda_item" && kind !== "activity")
    return <span className="quiet small">{t.matter}</span>;
  const isActivity = kind === "activity";
  return (
    <Link
      to="/$lang/network/$"
      params={{ lang, _splat: isActivity ? `activities/${source.id}` : `meetings/${report.meetingId}` }}
      {...(kind === "agenda_item" && { hash: "agenda" })}
      className="small"
    >
      {t[kind === "agenda_item" || kind === "activity" ? kind : source.kind]}
    </Link>
  );
}

interface SpeaksOfProps {
  readonly voices: ReportView["voices"];
  readonly nameOf: (code: string) => string;
}

/** The contributions and recommendations of which a point speaks, signed by their authors. */
function SpeaksOf({ voices, nameOf }: SpeaksOfProps) {
  const t = useTexts(reportTexts).voices;
  const lang = useLanguage();
  if (voices.length === 0) return null;
  return (
    <span className="small">
      {t.says}{" "}
      {voices.map((voice, place) => (
        <Fragment key={voice.id}>
          {place === 0 ? null : "; "}
          <Link to="/$lang/network/$" params={{ lang, _splat: `${voice.kind}s/${voice.id}` }}>
            <Title words={voice} />
          </Link>{" "}
          ({nameOf(voice.author)})
        </Fragment>
      ))}
    </span>
  );
}
