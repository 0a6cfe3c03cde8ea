import type { VoiceKind } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
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
import { typedOf, VoiceForm } from "./voice-form.tsx";
import { voiceQuery, voicesQuery } from "./voice-queries.ts";
import { voicesTexts } from "./voices.texts.ts";

type Props = Pick<RoomAt, "params">;
export const ContributionFormPage = (props: Props) => <VoiceFormPage {...props} kind="contribution" />;
export const RecommendationFormPage = (props: Props) => <VoiceFormPage {...props} kind="recommendation" />;

/** Where one's own side writes a contribution or a recommendation, or another version of one. For everybody else there is no such page. */
function VoiceFormPage({ params: { matterId }, kind }: Props & { readonly kind: VoiceKind }) {
  const t = useTexts(voicesTexts);
  const p = useTexts(putTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const isNew = matterId === undefined;
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const catalogue = useQuery(catalogueQuery);
  const voice = useQuery({ ...voiceQuery(matterId ?? ""), enabled: !isNew });
  // Whether somebody writes at all, and for whom, the server knows.
  const list = useQuery({ ...voicesQuery({ kind }), enabled: isNew });
  const fault = voice.error ?? list.error ?? meetings.error ?? participants.error ?? catalogue.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  const { data } = voice;
  if (data !== undefined && (data.kind !== kind || !data.may.write)) throw notFound();
  if (isNew && list.data?.mayWrite === false) throw notFound();
  const isRevision = data !== undefined && data.version > 0;
  const isThere = isNew ? list.data !== undefined : data !== undefined;
  return (
    <>
      <PageHeader
        variant="work"
        title={isNew ? t.new[kind] : isRevision ? p.revise : p.edit}
        lead={<p>{isRevision ? p.reviseLead : p.newLead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link
            key="room"
            to="/$lang/network/$"
            params={{ lang, _splat: kind === "contribution" ? "contributions" : "recommendations" }}
          >
            {t.title[kind]}
          </Link>,
        ]}
      />
      {isThere && meetings.data !== undefined && participants.data !== undefined && catalogue.data !== undefined ? (
        <VoiceForm
          kind={kind}
          voice={data ?? null}
          empty={typedOf(data ?? null, kind, lang)}
          meetings={meetings.data.meetings}
          participants={participants.data.participants}
          about={allAbout(catalogue.data, participants.data.participants, lang)}
        />
      ) : (
        <Skeleton shape="table" rows={6} />
      )}
    </>
  );
}
