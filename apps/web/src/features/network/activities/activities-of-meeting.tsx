import type { ActivitySummary, MeetingSummary } from "@avances/contracts";
import { activityWords, hasBegun, meetingStanding } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Title } from "#ui/translated-words.tsx";
import styles from "../matter.module.css";
import { activitiesTexts } from "./activities.texts.ts";
import { activitiesQuery } from "./activity-queries.ts";

interface OfMeetingProps {
  readonly meeting: Pick<MeetingSummary, "id" | "state" | "heldOn" | "untilOn" | "timeZone">;
  readonly nameOf: (code: string) => string;
}

/** On a meeting's page, each once: what it said of activities, and what was proposed to it of which it has said nothing that is on record. */
export function ActivitiesOfMeeting({ meeting, nameOf }: OfMeetingProps) {
  const t = useTexts(activitiesTexts).ofMeeting;
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const { data, error } = useQuery(activitiesQuery({ meeting: meeting.id }));
  if (data === undefined && error !== null) throw error;
  const filed = (data?.activities ?? []).filter(({ state }) => state === "filed").toReversed();
  const proposed = filed.filter(
    ({ meetingId, endorsement }) => meetingId === meeting.id && endorsement?.meetingId !== meeting.id,
  );
  const said = (what: "endorsed" | "not_endorsed") =>
    filed.filter(({ endorsement }) => endorsement?.meetingId === meeting.id && endorsement.said === what);
  const lists = [
    { title: hasBegun(meeting, now) ? t.notNoted : t.proposed, activities: proposed },
    { title: t.endorsed, activities: said("endorsed") },
    { title: t.notEndorsed, activities: said("not_endorsed") },
  ].filter(({ activities }) => activities.length > 0);
  return (
    <section className="section" aria-labelledby="activities">
      <h2 id="activities">{t.title}</h2>
      {data === undefined ? <Skeleton shape="table" rows={2} /> : lists.length === 0 ? <p>{t.none}</p> : null}
      <div className={styles.narrow}>
        {lists.map(({ title, activities }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul className={styles.versions}>
              {activities.map((one) => (
                <Activity key={one.id} activity={one} meeting={meeting} nameOf={nameOf} />
              ))}
            </ul>
          </div>
        ))}
        {data !== undefined && data.total > data.activities.length ? (
          <p>
            <Link
              to="/$lang/network/$"
              params={{ lang, _splat: "activities" }}
              search={{ meeting: meeting.id } as never}
            >
              {t.all(f.number(data.total))}
            </Link>
          </p>
        ) : null}
        {/* To one that is over nothing more is proposed. */}
        {data?.mayWrite && ["to_come", "under_way"].includes(meetingStanding(meeting, now)) ? (
          <p>
            <Link
              to="/$lang/network/$"
              params={{ lang, _splat: "activities/new" }}
              search={{ meeting: meeting.id } as never}
            >
              {t.add}
            </Link>
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Activity({ activity, meeting, nameOf }: OfMeetingProps & { readonly activity: ActivitySummary }) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const lang = useLanguage();
  const { endorsement } = activity;
  const facts = [
    w.kinds[activity.activityKind],
    t.by(nameOf(activity.author)),
    w.stages[activity.stage],
    endorsement?.meetingId === meeting.id && endorsement.point !== "" ? t.ofMeeting.at(endorsement.point) : "",
  ];
  return (
    <li>
      <Link to="/$lang/network/$" params={{ lang, _splat: `activities/${activity.id}` }}>
        <Title words={activity.words} />
      </Link>
      <div className="quiet small">{facts.filter((fact) => fact !== "").join(" · ")}</div>
    </li>
  );
}
