import type { MeetingView, ReportView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { numbered, pointName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { namesOf } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";

const CommentForm = later(() => import("./comment-form.tsx").then((m) => m.CommentForm));

interface CommentsProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
}

/** What members say to what was circulated, and who of them has said nothing yet. Nobody else is shown any of it. */
export function Comments({ report, meeting, participants }: CommentsProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const [isOpen, setOpen] = useState(false);
  const nameOf = namesOf(participants, lang);
  const [latest] = report.versions.filter(({ stage }) => stage === "circulated");
  // Whoever does not read what was circulated reads no comments on it either.
  if (latest === undefined) return null;
  const names = new Map(numbered(report.content.points).map((point) => [point.id, pointName(point)]));
  const mayComment = report.stage === "circulated" && person !== null && mayDo(person.role, "report.comment");
  const have = [
    ...new Set(report.comments.filter(({ version }) => version === latest.version).map((one) => one.participant)),
  ];
  const members = participants.filter(({ kind }) => kind === "member").map(({ code }) => code);
  const haveNot = members.filter((code) => !have.includes(code));
  const listed = (codes: readonly string[]) => f.list(codes.map(nameOf).sort(f.compare));
  const about = (pointId: string | null) => {
    if (pointId === null) return t.comments.whole;
    const name = names.get(pointId);
    return name === undefined ? t.comments.gone : name === "" ? t.edit.paragraph : t.edit.point(name);
  };
  /** Points are named as they are shown above: in the version of which something was said one may have had another number. */
  const where = (pointId: string | null, version: number) => {
    const isElsewhere = pointId !== null && names.has(pointId) && version !== report.shown;
    return (isElsewhere ? t.comments.now : t.comments.on)(about(pointId));
  };
  return (
    <section className="section" aria-labelledby="comments">
      <h2 id="comments">{t.comments.title}</h2>
      {report.comments.length === 0 ? (
        <p>{t.comments.none}</p>
      ) : (
        <ul className={styles.comments}>
          {report.comments.map(({ id, participant, byName, at, version, pointId, text, language }) => (
            <li key={id}>
              <p className="small">
                <strong>{where(pointId, version)}</strong>{" "}
                {t.comments.said(nameOf(participant), byName, f.instant(at, meeting.timeZone), version)}
              </p>
              <p className={styles.words} lang={language}>
                {text}
              </p>
            </li>
          ))}
        </ul>
      )}
      {report.stage === "circulated" ? (
        <p className="quiet small">
          {have.length === 0 ? null : `${t.comments.have(listed(have), latest.version)} `}
          {haveNot.length === 0 ? null : t.comments.haveNot(listed(haveNot), latest.version)}
        </p>
      ) : null}
      {mayComment ? (
        <>
          <Button onClick={() => setOpen(true)}>{t.comments.add}</Button>
          <Dialog open={isOpen} onClose={() => setOpen(false)} title={t.comments.add}>
            <CommentForm
              report={report}
              meeting={meeting}
              version={latest.version}
              about={about}
              onDone={() => setOpen(false)}
            />
          </Dialog>
        </>
      ) : null}
    </section>
  );
}
