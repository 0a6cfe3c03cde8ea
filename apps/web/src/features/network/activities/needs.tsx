import type { ActivitySummary } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { type ActivityNeed, activityNeed, activityNeeds, hasBegun, participantOf } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { meetingsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Title } from "#ui/translated-words.tsx";
import { activitiesTexts } from "./activities.texts.ts";
import { activitiesQuery } from "./activity-queries.ts";

/** What the proposals need of whoever reads, as far as it is known. */
function useNeeds(): readonly { readonly activity: ActivitySummary; readonly need: ActivityNeed }[] {
  const { person } = useSession();
  const now = useServerNow();
  const { data } = useQuery(activitiesQuery);
  const meetings = useQuery(meetingsQuery);
  if (person === null || data === undefined || meetings.data === undefined) return [];
  const begun = new Set(
    meetings.data.meetings.filter((one) => one.state !== "cancelled" && hasBegun(one, now)).map(({ id }) => id),
  );
  const reader = { side: participantOf(person), decides: mayDo(person.role, "activity.decide") };
  const found = data.activities.flatMap((activity) => {
    const hasMeetingBegun = activity.meetingId !== null && begun.has(activity.meetingId);
    const need = mayDo(person.role, "activity.write") ? activityNeed(activity, { ...reader, hasMeetingBegun }) : null;
    return need === null ? [] : [{ activity, need }];
  });
  return found.toSorted((one, other) => activityNeeds.indexOf(one.need) - activityNeeds.indexOf(other.need));
}

/** What waits for the reader, each with the way there; nothing where nothing does. */
export function Needs() {
  const t = useTexts(activitiesTexts).needs;
  const lang = useLanguage();
  const needs = useNeeds();
  if (needs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="activity-needs">
      <h2 id="activity-needs">{t.title}</h2>
      <ul>
        {needs.map(({ activity, need }) => (
          <li key={activity.id}>
            <Link to="/$lang/network/$" params={{ lang, _splat: `activities/${activity.id}` }}>
              <Title words={activity.words} />
            </Link>
            . {t[need]}.
          </li>
        ))}
      </ul>
    </section>
  );
}
