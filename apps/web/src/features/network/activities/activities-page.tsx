import type { ActivitySummary } from "@avances/contracts";
import { type ActivityListPlace, activityListPlaces, activityWords } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { PagedList } from "#ui/paged-list.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { LanguagesMark, Title } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import { useAsked } from "../use-asked.ts";
import styles from "./activities.module.css";
import { activitiesTexts } from "./activities.texts.ts";
import { activityDays } from "./activity-days.ts";
import { ActivityFilters, filterNames, placeOf } from "./activity-filters.tsx";
import { type ActivitiesAsked, activitiesQuery } from "./activity-queries.ts";
import { Needs } from "./needs.tsx";

const nothing: ActivitiesAsked = Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** What is proposed, what comes next, and what was held; first of all what waits for the reader. */
export function ActivitiesPage() {
  const t = useTexts(activitiesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const [asked, ask] = useAsked("activities", filterNames) as [ActivitiesAsked, (change: ActivitiesAsked) => void];
  const { data, error } = useQuery(activitiesQuery(asked));
  const participants = useQuery(participantsQuery);
  if (data === undefined && error !== null) throw error;
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const isAsked = filterNames.some((name) => asked[name] !== undefined);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          <>
            <p role="status">{data === undefined ? "" : isAsked ? t.found(data.total) : t.count(data.total)}</p>
            <p>{t.lead}</p>
            <p className="quiet small">
              {t.notPublic} {t.calendar}{" "}
              <Link to="/$lang/home" params={{ lang }} hash="account">
                {t.account}
              </Link>
              .
            </p>
          </>
        }
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        actions={
          data?.mayWrite ? (
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "activities/new" }}>
              {t.new}
            </LinkButton>
          ) : null
        }
      />
      {data === undefined ? (
        <Skeleton shape="table" rows={5} />
      ) : data.offered.places.length === 0 ? (
        <EmptyState title={t.count(0)} />
      ) : (
        <>
          <Needs />
          <ActivityFilters offered={data.offered} asked={asked} nameOf={nameOf} onAsk={ask} />
          <PagedList page={data.page} total={data.total} onTurn={(page) => ask({ page })}>
            {activityListPlaces.map((place) => (
              <Group
                key={place}
                place={place}
                activities={data.activities.filter((one) => placeOf(one) === place)}
                nameOf={nameOf}
              />
            ))}
          </PagedList>
          {data.total === 0 ? (
            <EmptyState title={t.found(0)} actions={<Button onClick={() => ask(nothing)}>{t.filters.reset}</Button>} />
          ) : null}
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly place: ActivityListPlace;
  readonly activities: readonly ActivitySummary[];
  readonly nameOf: (code: string) => string;
}

/** Those of the page that stand in one place, in the order in which they came. */
function Group({ place, activities, nameOf }: GroupProps) {
  const t = useTexts(activitiesTexts);
  if (activities.length === 0) return null;
  return (
    <section className="section" aria-labelledby={`place-${place}`}>
      <h2 id={`place-${place}`}>{t.places[place]}</h2>
      <ul className={styles.activities}>
        {activities.map((activity) => (
          <Activity key={activity.id} activity={activity} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  );
}

function Activity({ activity, nameOf }: { readonly activity: ActivitySummary } & Pick<GroupProps, "nameOf">) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const m = useTexts(meetingTexts);
  const p = useTexts(putTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { held } = activity;
  const when = held === null ? activity : { startsOn: held.fromOn, endsOn: held.untilOn };
  const facts = [
    w.kinds[activity.activityKind],
    t.by(nameOf(activity.author)),
    activityDays(m, f, when) ?? t.noDay,
    held === null ? activity.place : held.place,
  ];
  return (
    <li>
      <div>
        <Link to="/$lang/network/$" params={{ lang, _splat: `activities/${activity.id}` }} className={styles.title}>
          <Title words={activity.words} />
        </Link>
        <span className={styles.fine}>{facts.filter((fact) => fact !== "").join(" · ")}</span>
        <span className={styles.fine}>
          <LanguagesMark words={activity.words} />
        </span>
        <span className={styles.fine}>
          <VisibilityMark visibility={activity.visibility} state={activity.state} />
        </span>
        {activity.invented ? <span className={styles.fine}>{p.invented}</span> : null}
      </div>
      <div>
        {activity.state === "filed" ? <strong className={styles.stage}>{w.stages[activity.stage]}</strong> : null}
        <span className={styles.fine}>{t.supported(activity.supporters.length)}</span>
        <span className={styles.fine}>{f.list(activity.aims.map(({ code }) => code))}</span>
      </div>
    </li>
  );
}
