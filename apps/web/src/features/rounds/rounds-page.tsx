import { proposedYear } from "@avances/domain/round";
import { isCollecting } from "@avances/domain/submission";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, Navigate, useLocation } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { mayRunRounds } from "#lib/person-rights.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { roundsQuery } from "#lib/shared-queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NextMeeting, ReadersNetwork } from "#ui/next-meeting.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SchedulerNote } from "#ui/scheduler-note.tsx";
import { preparedAt, preparing } from "./prepare/address.ts";
import { preparationsQuery } from "./prepare/preparation-queries.ts";
import { prepareTexts } from "./prepare/prepare.texts.ts";
import { PrepareRound } from "./prepare/prepare-round.tsx";
import { plannedRound } from "./proposed-round.ts";
import { ReceivedReports } from "./received-reports.tsx";
import { RoundList } from "./round-list.tsx";
import { RoundRecord } from "./round-record.tsx";
import { roundsTexts } from "./rounds.texts.ts";
import type { Round } from "./rounds-queries.ts";
import { stateOfRound } from "./state-of-round.ts";

/** With an open round this redirects to its monitor; `#all` (a link there), or no open round, shows the list; `#prepare-…` what is prepared. */
export function RoundsPage() {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person, session } = useSession();
  // During a navigation to another page the address is already that page's: no redirect then.
  const hash = useLocation({ select: (location) => location.hash });
  const isElsewhere = useLocation({ select: ({ pathname }) => !/\/rounds\/?$/.test(pathname) });
  const { data } = useSuspenseQuery(roundsQuery);
  const prepare = useTexts(prepareTexts);
  const newest = data.rounds[0];
  const today = serverToday(session);
  const day = { today, timeZone: session?.timeZone ?? "UTC" };
  const isDesk = mayRunRounds(person);
  const { data: prepared } = useQuery({ ...preparationsQuery, enabled: isDesk });
  const at = isDesk ? preparedAt(hash) : null;
  const wantsList = hash === "all" || at !== null || isElsewhere;
  // A round that is being collected takes precedence over one that opens later.
  const current = data.rounds.find((round) => isCollecting(stateOfRound(round, day))) ?? newest;
  if (current !== undefined && !wantsList && (!isDesk || stateOfRound(current, day) !== "closed")) {
    return <Navigate to="/$lang/rounds/$year" params={{ lang, year: String(current.year) }} replace />;
  }
  if (at !== null) {
    const name = roundWords[lang].round(plannedRound(at.year));
    return (
      <>
        <PageHeader variant="work" title={prepare.heading(name)} />
        <PrepareRound key={at.year} {...at} rounds={data.rounds} />
      </>
    );
  }
  const nextYear = prepared?.preparations[0]?.year ?? proposedYear(newest?.year, today);
  const isBegun = prepared?.preparations.some(({ year }) => year === nextYear) === true;
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
          isDesk ? (
            <LinkButton to="/$lang/rounds" params={{ lang }} hash={preparing(nextYear, "copy")} variant="primary">
              {(isBegun ? prepare.continue : t.openNext)(roundWords[lang].round(plannedRound(nextYear)))}
            </LinkButton>
          ) : null
        }
      />
      {isDesk ? <NextMeeting /> : null}
      {isDesk ? <ReadersNetwork /> : null}
      <SchedulerNote />
      <CaptureNote onDesk />
      <section className="section" aria-labelledby="all">
        {newest === undefined ? (
          <EmptyState title={<span id="all">{t.none.title}</span>}>{t.none.text}</EmptyState>
        ) : (
          <>
            <h2 id="all" className="sr-only">
              {t.list.caption}
            </h2>
            <RoundList rounds={data.rounds} day={day} link={(round) => <RoundLink round={round} />} />
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
