import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useLocation } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { meetingsQuery, participantsQuery } from "#lib/meeting-queries.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { allAbout, catalogueQuery } from "../what-about.ts";
import { activitiesTexts } from "./activities.texts.ts";
import { ActivityForm, typedOf } from "./activity-form.tsx";
import { activitiesQuery, activityQuery } from "./activity-queries.ts";

/** Where one's own side proposes an activity, or writes another version of a proposal. For everybody else there is no such page. */
export function ActivityFormPage({ params: { matterId } }: Pick<RoomAt, "params">) {
  const t = useTexts(activitiesTexts);
  const p = useTexts(putTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const isNew = matterId === undefined;
  const asked = useLocation({ select: ({ search }) => (search as Readonly<Record<string, unknown>>).meeting });
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const catalogue = useQuery(catalogueQuery);
  const activity = useQuery({ ...activityQuery(matterId ?? ""), enabled: !isNew });
  // Whether somebody proposes at all, and for whom, the server knows.
  const list = useQuery({ ...activitiesQuery({}), enabled: isNew });
  const fault = activity.error ?? list.error ?? meetings.error ?? participants.error ?? catalogue.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  const { data } = activity;
  if (data !== undefined && !data.may.write) throw notFound();
  if (isNew && list.data?.mayWrite === false) throw notFound();
  const isRevision = data !== undefined && data.version > 0;
  const isThere = isNew ? list.data !== undefined : data !== undefined;
  return (
    <>
      <PageHeader
        variant="work"
        title={isNew ? t.new : isRevision ? p.revise : p.edit}
        lead={<p>{isRevision ? p.reviseLead : p.newLead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: "activities" }}>
            {t.title}
          </Link>,
        ]}
      />
      {isThere && meetings.data !== undefined && participants.data !== undefined && catalogue.data !== undefined ? (
        <ActivityForm
          activity={data ?? null}
          empty={typedOf(data ?? null, lang, typeof asked === "string" ? asked : "")}
          meetings={meetings.data.meetings}
          participants={participants.data.participants}
          about={allAbout(catalogue.data, [], lang)}
        />
      ) : (
        <Skeleton shape="table" rows={6} />
      )}
    </>
  );
}
