import type { ActivitySummary } from "@avances/contracts";
import { activityWords } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { LanguagesMark, Title } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import styles from "./activities.module.css";
import { activitiesTexts, type ListPlace } from "./activities.texts.ts";
import { activityDays } from "./activity-days.ts";
import { ActivityFilters, fits, placeOf, places, useAsked } from "./activity-filters.tsx";
import { activitiesQuery } from "./activity-queries.ts";
import { Needs } from "./needs.tsx";

/** What is proposed, what comes next, and what was held; first of all what waits for the reader. */
export function ActivitiesPage() {
  const t = useTexts(activitiesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { data, error } = useQuery(activitiesQuery);
  const participants = useQuery(participantsQuery);
  if (data === undefined && error !== null) throw error;
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const [asked, ask] = useAsked();
  const isAsked = Object.keys(asked).length > 0;
  const shown = data?.activities.filter((one) => fits(one, asked));
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          <>
            <p role="status">
              {data === undefined ? "" : isAsked ? t.found(shown?.length ?? 0) : t.count(data.activities.length)}
            </p>
            <p>{t.lead}</p>
            <p className="quiet small">
              {t.notPublic} {t.calendar}
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
      ) : data.activities.length === 0 ? (
        <EmptyState title={t.count(0)} />
      ) : (
        <>
          <Needs />
          <ActivityFilters activities={data.activities} asked={asked} nameOf={nameOf} onAsk={ask} />
          {places.map((place) => (
            <Group
              key={place}
              place={place}
              activities={(shown ?? []).filter((one) => placeOf(one) === place)}
              nameOf={nameOf}
            />
          ))}
          {shown?.length === 0 ? (
            <EmptyState title={t.found(0)} actions={<Button onClick={() => ask({})}>{t.filters.reset}</Button>} />
          ) : null}
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly place: ListPlace;
  readonly activities: readonly ActivitySummary[];
  readonly nameOf: (code: string) => string;
}

/** The proposals that stand in one place: what has a day by its day, the next first, of what was held the latest. */
function Group({ place, activities, nameOf }: GroupProps) {
  const t = useTexts(activitiesTexts);
  if (activities.length === 0) return null;
  const day = ({ held, startsOn }: ActivitySummary) => held?.fromOn ?? startsOn ?? "9999";
  const inOrder = activities.toSorted((one, other) =>
    place === "held" ? day(other).localeCompare(day(one)) : day(one).localeCompare(day(other)),
  );
  return (
    <section className="section" aria-labelledby={`place-${place}`}>
      <h2 id={`place-${place}`}>{t.places[place]}</h2>
      <ul className={styles.activities}>
        {inOrder.map((activity) => (
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
  const states = useTexts(matterTexts).states;
  const lang = useLanguage();
  const f = useFormat();
  const { held } = activity;
  const when = held === null ? activity : { startsOn: held.fromOn, endsOn: held.untilOn };
  const facts = [
    w.kinds[activity.activityKind],
    t.by(nameOf(activity.author)),
    activityDays(m, f, when) ?? t.noDay,
    held === null ? activity.place : held.place,
    activity.filedAt === null ? states.draft : "",
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
        {activity.state === "filed" ? <strong>{w.stages[activity.stage]}</strong> : null}
        <span className={styles.fine}>{t.supported(activity.supporters.length)}</span>
        <span className={styles.fine}>{f.list(activity.aims.map(({ code }) => code))}</span>
      </div>
    </li>
  );
}
