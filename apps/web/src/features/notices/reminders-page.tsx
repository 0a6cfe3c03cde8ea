import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { roundsQuery } from "#lib/shared-queries.ts";
import { CaptureNote } from "#ui/capture-note.tsx";
import { NoSuchRound } from "#ui/no-such-round.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { LastRun, SchedulerNote } from "#ui/scheduler-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { TabLink, TabLinks } from "#ui/tabs.tsx";
import { centreTexts } from "./centre.texts.ts";
import { ClosingList } from "./closing-list.tsx";
import { DaysOff } from "./days-off.tsx";
import { HeldReminders } from "./holds.tsx";
import { laterTexts } from "./later/later.texts.ts";
import { Ledger } from "./ledger.tsx";
import styles from "./notices.module.css";
import { remindersTexts } from "./reminders.texts.ts";
import { Replies } from "./replies.tsx";
import { ResendPanel } from "./resend-panel.tsx";
import { RoundCalendar } from "./round-calendar.tsx";
import { StepSettings } from "./step-settings.tsx";
import { Upcoming } from "./upcoming.tsx";
import { useLiveRound } from "./use-live-round.ts";
import { WaitingSteps } from "./waiting-steps.tsx";

/** Loaded when somebody opens them: few days have a letter, or a reminder that waits. */
const ScheduledTab = lazy(() => import("./later/scheduled-tab.tsx").then((m) => ({ default: m.ScheduledTab })));
const LettersTab = lazy(() => import("./letters/letters-tab.tsx").then((m) => ({ default: m.LettersTab })));

const views = ["calendar", "send", "scheduled", "ledger", "replies", "days", "closing", "letters"] as const;
const isView = (tab: string): tab is (typeof views)[number] => views.some((view) => view === tab);

/** Reminder centre of a round: upcoming automatic notices, a reminder now, the ledger of everything sent, and what is held or kept quiet. */
export function RemindersPage() {
  const { year } = useParams({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const { tab, countries } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const t = useTexts(remindersTexts);
  const centre = useTexts(centreTexts);
  const later = useTexts(laterTexts);
  const lang = useLanguage();
  const { data } = useSuspenseQuery(roundsQuery);
  const round = data.rounds.find((one) => String(one.year) === year);
  const { person } = useSession();
  // In a round that was cancelled nothing changes any more: only its list of requests is left.
  useLiveRound(round === undefined ? undefined : person?.id, Number(year));
  const view = tab !== undefined && isView(tab) ? tab : "calendar";
  const kept = countries === undefined ? {} : { countries };
  const to = {
    to: "/$lang/rounds/$year/reminders",
    params: { lang, year },
    activeOptions: { exact: true, includeSearch: true },
  } as const;
  if (round === undefined) return <NoSuchRound year={Number(year)} />;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(roundWords[lang].round(namedRound(round)))}
        breadcrumbs={[
          <Link key="round" to="/$lang/rounds/$year" params={{ lang, year }}>
            {roundWords[lang].heading(namedRound(round))}
          </Link>,
        ]}
        actions={
          <Link to="/$lang/words" params={{ lang }}>
            {t.words}
          </Link>
        }
      />
      <SchedulerNote />
      <CaptureNote />
      <div className={styles.tabs}>
        <TabLinks label={t.tabs.label}>
          <TabLink {...to} search={kept} aria-current={view === "calendar" ? "page" : undefined}>
            {t.tabs.calendar}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "send" }} aria-current={view === "send" ? "page" : undefined}>
            {t.tabs.send}
          </TabLink>
          <TabLink
            {...to}
            search={{ ...kept, tab: "scheduled" }}
            aria-current={view === "scheduled" ? "page" : undefined}
          >
            {later.tab}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "ledger" }} aria-current={view === "ledger" ? "page" : undefined}>
            {t.tabs.ledger}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "replies" }} aria-current={view === "replies" ? "page" : undefined}>
            {centre.tab}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "days" }} aria-current={view === "days" ? "page" : undefined}>
            {t.tabs.days}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "closing" }} aria-current={view === "closing" ? "page" : undefined}>
            {t.tabs.closing}
          </TabLink>
          <TabLink {...to} search={{ ...kept, tab: "letters" }} aria-current={view === "letters" ? "page" : undefined}>
            {t.tabs.letters}
          </TabLink>
        </TabLinks>
      </div>
      {view === "calendar" ? (
        <>
          <WaitingSteps year={year} />
          <RoundCalendar year={year} opensOn={round.opensOn} dueOn={round.dueOn} />
          <Upcoming year={year} />
        </>
      ) : null}
      {view === "send" ? <ResendPanel year={year} /> : null}
      {view === "scheduled" ? (
        <Suspense fallback={<Skeleton shape="table" />}>
          <ScheduledTab year={year} />
        </Suspense>
      ) : null}
      {view === "ledger" ? <Ledger year={year} /> : null}
      {view === "replies" ? <Replies year={year} /> : null}
      {view === "closing" ? <ClosingList year={year} /> : null}
      {view === "letters" ? (
        <Suspense fallback={<Skeleton shape="table" />}>
          <LettersTab year={year} />
        </Suspense>
      ) : null}
      {view === "days" ? (
        <>
          <HeldReminders year={year} />
          <StepSettings year={year} />
          <DaysOff year={year} />
        </>
      ) : null}
      <LastRun />
    </>
  );
}
