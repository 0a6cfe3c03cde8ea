import { closingFault, isUnused, localDate, reopeningFault } from "@avances/domain/round";
import { roundFacts, roundSentence } from "@avances/domain/submission";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { mayRunRounds } from "#lib/person-rights.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { groupsQuery, roundStatusQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NextMeeting, ReadersNetwork } from "#ui/next-meeting.tsx";
import { NoSuchRound } from "#ui/no-such-round.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { LastRun, SchedulerNote } from "#ui/scheduler-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { Board } from "./board.tsx";
import { BoardLegend } from "./board-legend.tsx";
import { lateNames, nextStepOf, waitingSteps } from "./board-lines.ts";
import { MeetingFiles } from "./meeting-files.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { isAwaited, isLate, needsOf } from "./needs-attention.ts";
import { RoundActs } from "./round-acts.tsx";
import styles from "./rounds.module.css";
import type { BoardData } from "./rounds-queries.ts";
import { RowDialog } from "./row-dialog.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useLiveBoard } from "./use-live-board.ts";

/** Late monitor of one round: for the Secretariat with its acts, for everybody else without them. */
export function RoundPage() {
  const { year } = useParams({ from: "/$lang/signed-in/rounds/$year" });
  const lang = useLanguage();
  const { data, error, isError } = useQuery(roundStatusQuery(Number(year)));
  if (data === undefined && isError) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) {
      return <NoSuchRound year={Number(year)} />;
    }
    throw error;
  }
  if (data === undefined) {
    return (
      <>
        <PageHeader variant="work" title={roundWords[lang].name({ roundYear: Number(year) })} />
        <Skeleton shape="table" rows={11} />
      </>
    );
  }
  return <Monitor year={year} data={data} isStale={isError} />;
}

interface MonitorProps {
  readonly year: string;
  readonly data: BoardData;
  readonly isStale: boolean;
}

function Monitor({ year, data, isStale }: MonitorProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const navigate = useNavigate({ from: "/$lang/rounds/$year" });
  const { filter, country } = useSearch({ from: "/$lang/signed-in/rounds/$year" });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const isDesk = mayRunRounds(person);
  const isLive = useLiveBoard(person?.id ?? "", Number(year));
  const now = new Date(data.generatedAt);
  const { data: groups } = useQuery(groupsQuery);
  const { round } = data;
  const zones = data.countries.map(({ timeZone }) => timeZone);
  const closable = { ...round, closesByItselfOn: data.closesByItselfOn };
  const group = groups?.groups.find(({ code }) => code === round.obligatedGroup)?.name[lang] ?? round.obligatedGroup;
  const rowsOf = {
    all: data.countries,
    needs: data.countries.filter((row) => needsOf(row, now).length > 0),
    late: data.countries.filter(isLate),
  };
  const view = isDesk && (filter === "needs" || filter === "late") ? filter : "all";
  const shown = rowsOf[view];
  const lateOfGroup = rowsOf.late.filter(({ obligated }) => obligated);
  // A tick ends with what it was for: nobody is reminded who has sent the report meanwhile.
  const ticked = data.countries.filter((row) => selected.has(row.country) && isAwaited(row));
  const next = nextStepOf(data.countries);
  const open = (alpha3: string | undefined) =>
    navigate({
      search: ({ country: _, ...rest }) => (alpha3 ? { ...rest, country: alpha3 } : rest),
      replace: true,
      resetScroll: false,
    });

  return (
    <>
      <PageHeader
        variant="work"
        title={roundWords[lang].heading(namedRound(round))}
        lead={
          <>
            <p>
              {roundSentence(
                lang,
                roundFacts({ ...round, closesOn: data.closesOn }, data.countries, data.today),
                f.date,
              )}
            </p>
            {isDesk && rowsOf.late.length > 0 ? <p className={styles.late}>{lateNames(rowsOf.late, lang, f)}</p> : null}
          </>
        }
        actions={
          <>
            <Link to="/$lang/rounds" params={{ lang }} hash="all" className="small">
              {t.allRounds}
            </Link>
            {isDesk ? (
              <>
                <RoundActs
                  round={round}
                  now={now}
                  isUnused={isUnused(data.countries)}
                  closing={closingFault(closable, now, zones)}
                  reopening={reopeningFault(closable, now, zones)}
                  closesByItselfOn={data.closesByItselfOn}
                />
                <LinkButton to="/$lang/rounds/$year/reminders" params={{ lang, year }}>
                  {t.reminders}
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      {isDesk ? <NextMeeting /> : null}
      <SchedulerNote />
      <CaptureNote onDesk />
      {isStale ? (
        <Callout tone="caution" live="status">
          {t.stale}
        </Callout>
      ) : null}
      <div className={styles.toolbar}>
        {isDesk ? (
          <Segmented
            label={t.filter.label}
            name="filter"
            options={(["all", "needs", "late"] as const).map((value) => ({
              value,
              label: t.filter[value](f.number(rowsOf[value].length)),
            }))}
            value={view}
            onChange={(value) => {
              void navigate({
                search: ({ filter: _, ...rest }) => (value === "all" ? rest : { ...rest, filter: value }),
                replace: true,
                resetScroll: false,
              });
              announce(t.shown(rowsOf[value].length), "list");
            }}
          />
        ) : null}
        {isDesk && lateOfGroup.length > 0 ? (
          <Button size="small" onClick={() => setSelected(new Set(lateOfGroup.map(({ country: code }) => code)))}>
            {t.tickLate(lateOfGroup.length, group)}
          </Button>
        ) : null}
        {isDesk ? <MeetingFiles year={round.year} /> : null}
        <p className="quiet tiny">
          {t.asOf(f.instant(data.generatedAt), isLive)}{" "}
          {isDesk
            ? next === null
              ? t.noNextStep
              : t.nextStep(f.shortDate(localDate(new Date(next.at), next.timeZone)), next.countries)
            : null}{" "}
          {isDesk ? t.waitingSteps(waitingSteps(data.countries)) : null}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={view === "late" ? t.nothingLate : t.nothingNeeded}>
          {view === "late" ? t.nothingLateText : t.nothingNeededText}
        </EmptyState>
      ) : (
        <Board
          rows={shown}
          round={round}
          group={group}
          now={now}
          isDesk={isDesk}
          selected={selected}
          onSelect={setSelected}
          onAct={open}
        />
      )}
      {shown.length > 0 ? <BoardLegend rows={shown} isDesk={isDesk} /> : null}
      <LastRun />
      {isDesk ? <ReadersNetwork /> : null}
      {isDesk ? <SelectionBar year={year} now={now} rows={ticked} onClear={() => setSelected(new Set())} /> : null}
      {isDesk ? (
        <RowDialog
          round={round}
          now={now}
          row={data.countries.find((row) => row.country === country)}
          onClose={() => void open(undefined)}
        />
      ) : null}
    </>
  );
}
