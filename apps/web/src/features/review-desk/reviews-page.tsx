import { useSuspenseQueries } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PublicFileLine } from "./public-file-line.tsx";
import { QueueTable } from "./queue-table.tsx";
import { ReviewPromise } from "./review-promise.tsx";
import { reviewsQuery } from "./review-queries.ts";
import { reviewsTexts } from "./reviews.texts.ts";
import { TodayOverview } from "./today-overview.tsx";

const parts = ["submitted", "accepted", "returned"] as const;

/** What waits for the Secretariat, oldest first; below it, what is with the countries. */
export function ReviewsPage() {
  const t = useTexts(reviewsTexts);
  const lang = useLanguage();
  const { session } = useSession();
  const [{ data }, { data: list }] = useSuspenseQueries({ queries: [reviewsQuery, countriesQuery] });
  const now = new Date(session?.now ?? Date.now());
  const of = (status: (typeof parts)[number]) => data.submissions.filter((one) => one.status === status);
  return (
    <>
      <PageHeader variant="work" title={t.title} lead={t.lead(of("submitted").length, of("accepted").length)} />
      <div className="stack">
        <PublicFileLine countries={list.countries} />
        <TodayOverview countries={list.countries} />
        {data.submissions.length === 0 ? (
          <EmptyState
            title={t.empty.title}
            actions={
              <LinkButton to="/$lang/rounds" params={{ lang }}>
                {t.empty.round}
              </LinkButton>
            }
          >
            {t.empty.text}
          </EmptyState>
        ) : null}
        {parts.map((part) =>
          of(part).length === 0 ? null : (
            <QueueTable key={part} part={part} submissions={of(part)} countries={list.countries} now={now} />
          ),
        )}
        <ReviewPromise />
      </div>
    </>
  );
}
