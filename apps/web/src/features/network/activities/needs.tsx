import { activityNeeds } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { OwnTaskLink, ownNetworkQuery } from "#ui/own-network.tsx";
import { activitiesTexts } from "./activities.texts.ts";

/** What waits for the reader among the proposals, each with the way there; nothing where nothing does. */
export function Needs() {
  const t = useTexts(activitiesTexts).needs;
  const { data } = useQuery(ownNetworkQuery);
  const needs = activityNeeds.flatMap((need) =>
    (data?.tasks ?? []).flatMap((task) => (task.kind === need ? [{ task, need }] : [])),
  );
  if (needs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="activity-needs">
      <h2 id="activity-needs">{t.title}</h2>
      <ul>
        {needs.map(({ task, need }) => (
          <li key={task.matterId}>
            <OwnTaskLink of={task} />. {t[need]}.
          </li>
        ))}
      </ul>
    </section>
  );
}
