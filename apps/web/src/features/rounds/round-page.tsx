import { isUnused } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { mayRunRounds } from "#lib/person-rights.ts";
import { roundSentence } from "#lib/round-sentence.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { roundStatusQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NoSuchRound } from "#ui/no-such-round.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SchedulerNote } from "#ui/scheduler-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { Board } from "./board.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { needsOf } from "./needs-attention.ts";
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
  const needing = data.countries.filter((row) => needsOf(row, now).length > 0);
  const onlyNeeding = isDesk && filter === "needs";
  const shown = onlyNeeding ? needing : data.countries;
  const { round, counts } = data;
  const open = (alpha3: string | undefined) =>
    navigate({ search: ({ country: _, ...rest }) => (alpha3 ? { ...rest, country: alpha3 } : rest), replace: true });

  return (
    <>
      <PageHeader
        variant="work"
        title={roundWords[lang].heading(namedRound(round))}
        lead={
          <p>
            {now < new Date(`${round.opensOn}T00:00:00Z`) ? `${t.willOpen(f.date(round.opensOn))} ` : ""}
            {t.due(f.date(round.dueOn))} {roundSentence(lang, f, counts)}
          </p>
        }
        actions={
          <>
            <Link to="/$lang/rounds" params={{ lang }} hash="all" className="small">
              {t.allRounds}
            </Link>
            {isDesk ? (
              <>
                <RoundActs round={round} now={now} isUnused={isUnused(data.countries)} />
                <LinkButton to="/$lang/rounds/$year/reminders" params={{ lang, year }}>
                  {t.reminders}
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
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
            options={[
              { value: "all", label: t.filter.all },
              { value: "needs", label: t.filter.needs(f.number(needing.length)) },
            ]}
            value={onlyNeeding ? "needs" : "all"}
            onChange={(value) => {
              void navigate({
                search: ({ filter: _, ...rest }) => (value === "needs" ? { ...rest, filter: value } : rest),
                replace: true,
              });
              announce(t.shown(value === "needs" ? needing.length : data.countries.length));
            }}
          />
        ) : null}
        <p className="quiet tiny">{t.asOf(f.instant(data.generatedAt), isLive)}</p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t.nothingNeeded}>{t.nothingNeededText}</EmptyState>
      ) : (
        <Board
          rows={shown}
          round={round}
          now={now}
          isDesk={isDesk}
          selected={selected}
          onSelect={setSelected}
          onAct={open}
        />
      )}
      {isDesk ? <SelectionBar year={year} selected={selected} onClear={() => setSelected(new Set())} /> : null}
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
