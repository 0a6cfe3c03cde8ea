import type { listCommitments, MeetingSummary, ResponseOf } from "@avances/contracts";
import { isOfSecretariat, mayDo } from "@avances/domain/access";
import { commitmentChoices } from "@avances/domain/network";
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
import { Button, LinkButton } from "#ui/button.tsx";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { PagedList } from "#ui/paged-list.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import matter from "../matter.module.css";
import { networkTexts } from "../network.texts.ts";
import { useAsked } from "../use-asked.ts";
import { CommitmentList } from "./commitment-list.tsx";
import { type CommitmentsAsked, commitmentsFiles, commitmentsQuery } from "./commitment-queries.ts";
import { commitmentsTexts } from "./commitments.texts.ts";

/** What was promised, by whom, and what is late: from meeting to meeting, the latest first. */
export function CommitmentsPage() {
  const t = useTexts(commitmentsTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const [asked, ask] = useAsked("commitments", names) as [CommitmentsAsked, (change: CommitmentsAsked) => void];
  const commitments = useQuery(commitmentsQuery(asked));
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const fault = commitments.error ?? meetings.error ?? participants.error;
  const list = commitments.data;
  const isNone = list?.responsible.length === 0;
  const isRead = list !== undefined && meetings.data !== undefined && participants.data !== undefined;
  if (!isRead && fault !== null) throw fault;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          list === undefined ? null : (
            <p>
              {t.board(list.board, person !== null && isOfSecretariat(person.role))}
              {list.commitments.some(({ state }) => state === "draft") ? ` ${t.drafts}` : null}
            </p>
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
            {list === undefined || isNone ? null : <AsFile />}
          </>
        }
      />
      {!isRead ? (
        <Skeleton shape="table" rows={6} />
      ) : isNone ? null : (
        <Board
          list={list}
          asked={asked}
          ask={ask}
          meetings={meetings.data.meetings}
          participants={participants.data.participants}
        />
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

const names = ["show", "responsible", "meeting"] as const;
const choices = ["all", ...commitmentChoices] as const;

interface BoardProps {
  readonly list: ResponseOf<typeof listCommitments>;
  readonly asked: CommitmentsAsked;
  readonly ask: (change: CommitmentsAsked) => void;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
}

function Board({ list, asked, ask, meetings, participants }: BoardProps) {
  const t = useTexts(commitmentsTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const nameOf = namesOf(participants, lang);
  const owners = list.responsible.toSorted((one, other) => f.compare(nameOf(one), nameOf(other)));
  const isAsked = names.some((name) => asked[name] !== undefined);
  const groups = Map.groupBy(list.commitments, ({ meetingId }) => meetingId);
  const headOf = (meetingId: string | null) => {
    const meeting = meetings.find(({ id }) => id === meetingId);
    return meeting === undefined ? t.ofNoMeeting : t.ofMeeting(m.bodies[meeting.body], f.date(meeting.heldOn));
  };
  return (
    <>
      <search className={matter.filters}>
        <Select
          label={t.filter.stage}
          name="show"
          value={asked.show ?? "all"}
          onChange={({ target }) => ask({ show: commitmentChoices.find((one) => one === target.value) })}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </Select>
        <CodeSelect
          name="responsible"
          label={t.filter.responsible}
          all={t.filter.everyone}
          value={asked.responsible}
          options={owners.map((code) => ({ code, text: nameOf(code) }))}
          onChoose={(responsible) => ask({ responsible })}
        />
        {/* The page of a meeting leads here. */}
        {asked.meeting === undefined ? null : (
          <CodeSelect
            name="meeting"
            label={t.filter.meeting}
            all={t.filter.anyMeeting}
            value={asked.meeting}
            options={[{ code: asked.meeting, text: headOf(asked.meeting) }]}
            onChoose={(meeting) => ask({ meeting })}
          />
        )}
      </search>
      <p role="status" className="quiet small">
        {isAsked ? t.filter.found(list.total) : ""}
      </p>
      {list.total === 0 ? <EmptyState title={t.filter.none} /> : null}
      <PagedList page={list.page} total={list.total} onTurn={(page) => ask({ page })}>
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
      </PagedList>
    </>
  );
}
