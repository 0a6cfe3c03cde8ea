import type { CommitmentSummary, MeetingSummary } from "@avances/contracts";
import { isOfSecretariat, mayDo } from "@avances/domain/access";
import { isUnderWay, tallyOf } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { keepFile } from "#lib/keep-file.ts";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import { CommitmentList } from "./commitment-list.tsx";
import { commitmentsFiles, commitmentsQuery } from "./commitment-queries.ts";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

/** What was promised, by whom, and what is late: from meeting to meeting, the latest first. */
export function CommitmentsPage() {
  const t = useTexts(commitmentsTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const commitments = useQuery(commitmentsQuery);
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const fault = commitments.error ?? meetings.error ?? participants.error;
  const all = commitments.data?.commitments;
  const isRead = all !== undefined && meetings.data !== undefined && participants.data !== undefined;
  if (!isRead && fault !== null) throw fault;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          all === undefined ? null : (
            <p>{t.board(tallyOf(filedOnes(all)), person !== null && isOfSecretariat(person.role))}</p>
          )
        }
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        actions={
          <>
            {person !== null && mayDo(person.role, "commitment.manage") ? (
              <LinkButton to="/$lang/network/$" params={{ lang, _splat: "commitments/new" }}>
                {t.enter}
              </LinkButton>
            ) : null}
            {all === undefined || all.length === 0 ? null : <AsFile />}
          </>
        }
      />
      {!isRead ? (
        <Skeleton shape="table" rows={6} />
      ) : all.length === 0 ? null : (
        <Board commitments={all} meetings={meetings.data.meetings} participants={participants.data.participants} />
      )}
    </>
  );
}

/** All that the reader may read, whatever is chosen below, as a file. */
function AsFile() {
  const t = useTexts(commitmentsTexts).files;
  const language = useLanguage();
  const [state, setState] = useState<"busy" | "failed" | null>(null);
  const keep = (format: keyof typeof commitmentsFiles) => {
    setState("busy");
    const query = { language };
    const fetched =
      format === "csv" ? callForFile(commitmentsFiles.csv, { query }) : callForFile(commitmentsFiles.xlsx, { query });
    fetched.then(keepFile).then(
      () => setState(null),
      () => setState("failed"),
    );
  };
  return (
    <>
      {(["csv", "xlsx"] as const).map((format) => (
        <Button
          key={format}
          aria-label={`${t.label}: ${t[format]}`}
          busy={state === "busy"}
          onClick={() => keep(format)}
        >
          {t[format]}
        </Button>
      ))}
      {state === "failed" ? <span role="alert">{t.failed}</span> : null}
    </>
  );
}

/** Drafts and what was withdrawn are nobody's commitments. */
const filedOnes = (all: readonly CommitmentSummary[]) => all.filter(({ state }) => state === "filed");

const kinds = {
  all: () => true,
  owed: ({ stage }: CommitmentSummary) => isUnderWay(stage),
  overdue: ({ overdueDays }: CommitmentSummary) => overdueDays !== null,
  carried: ({ carriedOver }: CommitmentSummary) => carriedOver.length > 0,
  closed: ({ stage }: CommitmentSummary) => stage === "done" || stage === "dropped",
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as readonly Kind[];

interface BoardProps {
  readonly commitments: readonly CommitmentSummary[];
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
}

function Board({ commitments, meetings, participants }: BoardProps) {
  const t = useTexts(commitmentsTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const [kind, setKind] = useState<Kind>("all");
  const [responsible, setResponsible] = useState("");
  const nameOf = namesOf(participants, lang);
  const owners = [...new Set(commitments.map((one) => one.responsible))].sort((one, other) =>
    f.compare(nameOf(one), nameOf(other)),
  );
  const fits = (one: CommitmentSummary, of: Kind, who: string) =>
    kinds[of](one) && (who === "" || one.responsible === who);
  const choose = (of: Kind, who: string) => {
    setKind(of);
    setResponsible(who);
    announce(t.filter.shown(commitments.filter((one) => fits(one, of, who)).length), "list");
  };
  const shown = commitments.filter((one) => fits(one, kind, responsible));
  const groups = Map.groupBy(shown, ({ meetingId }) => meetingId);
  const headOf = (meetingId: string | null) => {
    const meeting = meetings.find(({ id }) => id === meetingId);
    return meeting === undefined ? t.ofNoMeeting : t.ofMeeting(m.bodies[meeting.body], f.date(meeting.heldOn));
  };
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={t.filter.stage}
          value={kind}
          onChange={({ target }) => choose(kindNames.find((one) => one === target.value) ?? "all", responsible)}
        >
          {kindNames.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </Select>
        <Select label={t.filter.responsible} value={responsible} onChange={({ target }) => choose(kind, target.value)}>
          <option value="">{t.filter.everyone}</option>
          {owners.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </Select>
      </div>
      {shown.length === 0 ? <EmptyState title={t.filter.none} /> : null}
      {[...groups].map(([meetingId, own]) => (
        <section key={meetingId ?? "none"} className="section">
          <h2>
            {meetingId === null ? (
              headOf(meetingId)
            ) : (
              <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${meetingId}` }}>
                {headOf(meetingId)}
              </Link>
            )}
          </h2>
          <CommitmentList commitments={own} nameOf={nameOf} />
        </section>
      ))}
    </>
  );
}
