import { isCollecting } from "@avances/domain/submission";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Navigate, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { mayRunRounds } from "#lib/person-rights.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { roundsQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SchedulerNote } from "#ui/scheduler-note.tsx";
import { OpenRoundForm } from "./open-round-form.tsx";
import { plannedRound, proposedYear } from "./proposed-round.ts";
import { ReceivedReports } from "./received-reports.tsx";
import { RoundList } from "./round-list.tsx";
import { RoundRecord } from "./round-record.tsx";
import { roundsTexts } from "./rounds.texts.ts";
import type { Round } from "./rounds-queries.ts";
import { stateOfRound } from "./state-of-round.ts";

/** With an open round this redirects to its monitor; `#all` (a link there), or no open round, shows the list and the form for the next. */
export function RoundsPage() {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person, session } = useSession();
  // During a navigation to another page the address is already that page's: no redirect then.
  const wantsList = useLocation({ select: ({ hash, pathname }) => hash === "all" || !/\/rounds\/?$/.test(pathname) });
  const { data } = useSuspenseQuery(roundsQuery);
  const [isOpening, setOpening] = useState(false);
  const newest = data.rounds[0];
  const today = serverToday(session);
  const isDesk = mayRunRounds(person);
  // A round that is being collected takes precedence over one that opens later.
  const current = data.rounds.find((round) => isCollecting(stateOfRound(round, today))) ?? newest;
  if (current !== undefined && !wantsList && (!isDesk || stateOfRound(current, today) !== "closed")) {
    return <Navigate to="/$lang/rounds/$year" params={{ lang, year: String(current.year) }} replace />;
  }
  const nextYear = proposedYear(newest?.year, today);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          newest === undefined
            ? t.leadNone
            : t[newest.dueOn < today ? "leadPast" : "lead"](
                roundWords[lang].round(namedRound(newest)),
                f.date(newest.dueOn),
              )
        }
        actions={
          isDesk && !isOpening ? (
            <Button variant="primary" onClick={() => setOpening(true)}>
              {t.openNext(roundWords[lang].round(plannedRound(nextYear)))}
            </Button>
          ) : null
        }
      />
      <SchedulerNote />
      <CaptureNote onDesk />
      {isOpening ? <OpenRoundForm year={nextYear} today={today} onCancel={() => setOpening(false)} /> : null}
      <section className="section" aria-labelledby="all">
        {newest === undefined ? (
          <EmptyState title={<span id="all">{t.none.title}</span>}>{t.none.text}</EmptyState>
        ) : (
          <>
            <h2 id="all" className="sr-only">
              {t.list.caption}
            </h2>
            <RoundList rounds={data.rounds} today={today} link={(round) => <RoundLink round={round} />} />
          </>
        )}
      </section>
      {isDesk ? <ReceivedReports /> : null}
      {isDesk ? <RoundRecord /> : null}
    </>
  );
}

function RoundLink({ round }: { readonly round: Round }) {
  const lang = useLanguage();
  return (
    <Link to="/$lang/rounds/$year" params={{ lang, year: String(round.year) }}>
      {roundWords[lang].heading(namedRound(round))}
    </Link>
  );
}
