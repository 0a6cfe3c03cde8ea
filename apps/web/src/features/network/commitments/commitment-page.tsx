import type { CommitmentView } from "@avances/contracts";
import { type Actor, mayDo } from "@avances/domain/access";
import { participantOf, secretariatCode, sourceName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { WordsNote, wordsIn } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { type CommitmentProps, meetingName } from "./commitment-props.ts";
import { commitmentQuery, noteSeen } from "./commitment-queries.ts";
import { CommitmentRecord } from "./commitment-record.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import { Replies } from "./replies.tsx";
import { Sides } from "./sides.tsx";

/** Below the first screen. */
const DocumentsAbout = later(() => import("../documents-about.tsx").then((m) => m.DocumentsAbout));

/** What may be done is done by few. */
const CommitmentActs = later(() => import("./commitment-acts.tsx").then((m) => m.CommitmentActs));
const ReplyForm = later(() => import("./reply-form.tsx").then((m) => m.ReplyForm));
const Messages = later(() => import("./messages.tsx").then((m) => m.Messages));

/** One commitment: what was promised, how it stands, to whom it was sent and who answered, and what was done about it. */
export function CommitmentPage({ params: { matterId = "" } }: Pick<RoomAt, "params">) {
  const t = useTexts(commitmentsTexts);
  const commitment = useQuery(commitmentQuery(matterId));
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  if (commitment.data === undefined || meetings.data === undefined || participants.data === undefined) {
    const fault = commitment.error ?? meetings.error ?? participants.error;
    // An address that names no commitment, or nothing that could be one.
    if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
    if (fault !== null) throw fault;
    return (
      <>
        <PageHeader variant="work" title={t.title} />
        <Skeleton shape="table" rows={6} />
      </>
    );
  }
  return (
    <Commitment
      commitment={commitment.data}
      meetings={meetings.data.meetings}
      participants={participants.data.participants}
    />
  );
}

function Commitment({ commitment, meetings, participants }: CommitmentProps) {
  const t = useTexts(commitmentsTexts);
  const n = useTexts(networkTexts);
  const bodies = useTexts(meetingTexts).bodies;
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const nameOf = namesOf(participants, lang);
  const shown = wordsIn(commitment.words, lang);
  const made = meetingName(meetings, commitment.meetingId, bodies, f);
  const side = person === null ? null : participantOf(person);
  const isOwn = side === secretariatCode;
  const { id, version } = commitment;
  const isRead = version > 0 && !isOwn;
  useEffect(() => {
    if (isRead) noteSeen(id, version);
  }, [isRead, id, version]);
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={[made ?? t.ofNoMeeting, ...(commitment.point === "" ? [] : [t.point(commitment.point)])].join(" · ")}
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="commitments" to="/$lang/network/$" params={{ lang, _splat: "commitments" }}>
            {t.title}
          </Link>,
        ]}
        lead={
          <>
            <p>
              <Standing commitment={commitment} meetings={meetings} nameOf={nameOf} />
            </p>
            <p className="quiet small">
              <VisibilityMark visibility={commitment.visibility} state={commitment.state} />
            </p>
            {commitment.withdrawn === null ? null : <p>{n.reason(commitment.withdrawn.reason)}</p>}
            {commitment.invented ? <p className="quiet small">{t.invented}</p> : null}
            {commitment.publicSource === null ? null : (
              <p className="quiet small">{t.source(sourceName(commitment.publicSource, lang))}</p>
            )}
          </>
        }
        actions={
          person !== null && mayAct(commitment, person, side) ? (
            <CommitmentActs commitment={commitment} meetings={meetings} participants={participants} isOwn={isOwn} />
          ) : null
        }
      />
      <section className="section" aria-labelledby="promised">
        <h2 id="promised">{t.facts.title}</h2>
        <p className="quiet small">
          <WordsNote shown={shown} />
        </p>
        {shown.body === "" ? null : (
          <p className={styles.words} lang={shown.language}>
            {shown.body}
          </p>
        )}
        <Facts commitment={commitment} meetings={meetings} nameOf={nameOf} />
      </section>
      <DocumentsAbout matterId={commitment.id} />
      {commitment.outcome === null ? null : (
        <section className="section" aria-labelledby="outcome">
          <h2 id="outcome">{t.outcome.title}</h2>
          <p>{t.outcome.at(meetingName(meetings, commitment.outcome.meetingId, bodies, f) ?? "")}</p>
          <p className={styles.words} lang={commitment.outcome.language}>
            {commitment.outcome.text}
          </p>
        </section>
      )}
      {person !== null && side !== null && mayReply(commitment, person, side) ? (
        <ReplyForm commitment={commitment} participant={side} name={nameOf(side)} />
      ) : null}
      <Sides commitment={commitment} nameOf={nameOf} />
      <Replies commitment={commitment} nameOf={nameOf} side={side} />
      {commitment.messages === null || commitment.messages.length === 0 ? null : (
        <div className="section">
          <Messages messages={commitment.messages} nameOf={nameOf} />
        </div>
      )}
      <CommitmentRecord commitment={commitment} nameOf={nameOf} meetings={meetings} />
    </>
  );
}

/** The Secretariat of its own, and of what is filed whoever owes it. */
function mayAct(commitment: CommitmentView, { role }: Pick<Actor, "role">, side: string | null): boolean {
  if (commitment.state === "withdrawn") return false;
  if (mayDo(role, "commitment.manage")) return commitment.author === side;
  return commitment.state === "filed" && commitment.responsible === side && mayDo(role, "commitment.progress");
}

/** What was put to this side, and by whom it may be answered. Signing persons read. */
function mayReply(commitment: CommitmentView, { role }: Pick<Actor, "role">, side: string): boolean {
  const own = commitment.sides.find(({ participant }) => participant === side);
  // Whoever it is addressed to reads it before it is sent; there is nothing to answer yet.
  const isPut = own !== undefined && (own.sentAt !== null || own.replyId !== null);
  return commitment.state === "filed" && isPut && commitment.addressees.includes(side) && mayDo(role, "matter.reply");
}

interface FactsProps extends Pick<CommitmentProps, "commitment" | "meetings"> {
  readonly nameOf: (code: string) => string;
}

/** The first answer of the page: who owes it, by when, and how it stands. */
function Standing({ commitment, nameOf }: FactsProps) {
  const t = useTexts(commitmentsTexts);
  const f = useFormat();
  const { stage, dueOn, overdueDays, carriedOver, sent, answered } = commitment;
  return [
    `${t.stages[stage]}.`,
    `${t.who(nameOf(commitment.responsible))}.`,
    `${dueOn === null ? t.noDue : t.dueOn(f.date(dueOn))}${overdueDays === null ? "" : `: ${t.overdue(f.days(overdueDays))}`}.`,
    ...(carriedOver.length === 0 ? [] : [`${capital(t.carried(carriedOver.length))}.`]),
    ...(sent === 0 ? [] : [`${t.answers(answered, sent)}.`]),
  ].join(" ");
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function Facts({ commitment, meetings, nameOf }: FactsProps) {
  const t = useTexts(commitmentsTexts);
  const bodies = useTexts(meetingTexts).bodies;
  const f = useFormat();
  const lang = useLanguage();
  const to = commitment.addressees.filter((code) => code !== commitment.responsible);
  const names = to.map(nameOf).sort(f.compare);
  const meeting = (id: string) => (
    <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${id}` }}>
      {meetingName(meetings, id, bodies, f)}
    </Link>
  );
  return (
    <DefinitionList
      items={[
        { term: t.facts.responsible, value: nameOf(commitment.responsible) },
        { term: t.facts.to, value: names.length === 0 ? t.facts.toNobody : f.list(names) },
        {
          term: t.facts.meeting,
          value: commitment.meetingId === null ? t.ofNoMeeting : meeting(commitment.meetingId),
        },
        ...(commitment.carriedOver.length === 0
          ? []
          : [
              {
                term: t.kinds.carried,
                value: (
                  <ul className={styles.plain}>
                    {commitment.carriedOver.map((id) => (
                      <li key={id}>{meeting(id)}</li>
                    ))}
                  </ul>
                ),
              },
            ]),
        { term: t.facts.due, value: commitment.dueOn === null ? t.noDue : f.weekday(commitment.dueOn) },
        ...(commitment.replyBy === null ? [] : [{ term: t.facts.replyBy, value: f.weekday(commitment.replyBy) }]),
        {
          term: t.facts.stage,
          value: (
            <>
              {t.stages[commitment.stage]}, {t.facts.since(f.instant(commitment.stageAt), commitment.stageByName)}
              {commitment.stageNote === "" ? null : (
                <span className={styles.fine}>{t.record.why(commitment.stageNote)}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
