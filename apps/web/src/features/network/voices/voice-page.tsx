import type { VoiceView } from "@avances/contracts";
import type { VoiceKind } from "@avances/domain/network";
import { voiceWords } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { useNoteSeen } from "../matter.ts";
import { MatterFiles, MatterHistory, MatterLead, MatterWords } from "../matter-parts.tsx";
import { networkTexts } from "../network.texts.ts";
import { ReplyList } from "../reply-list.tsx";
import type { RoomAt } from "../rooms.ts";
import { allAbout, catalogueQuery, nameOfAbout } from "../what-about.ts";
import { Answers } from "./answers.tsx";
import { voiceActs, voiceQuery } from "./voice-queries.ts";
import { voicesTexts } from "./voices.texts.ts";

/** Below the first screen. */
const DocumentsAbout = later(() => import("../documents-about.tsx").then((m) => m.DocumentsAbout));

/** Whoever only reads needs no forms. */
const VoiceActs = later(() => import("./voice-acts.tsx").then((m) => m.VoiceActs));

/** A contribution or a recommendation: its words, how it was answered, and what was done to it. */
function VoicePage({ params, kind }: Pick<RoomAt, "params"> & { readonly kind: VoiceKind }) {
  const t = useTexts(voicesTexts);
  const { data, error } = useQuery(voiceQuery(params.matterId ?? ""));
  useNoteSeen(data);
  if (data !== undefined && data.kind === kind) return <Voice voice={data} />;
  // An address that names nothing, or something of the other room.
  if (data !== undefined || (error instanceof ApiProblem && (error.status === 404 || error.status === 400)))
    throw notFound();
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={t.title[kind]} />
      <Skeleton shape="table" rows={6} />
    </>
  );
}
export const ContributionPage = (props: Pick<RoomAt, "params">) => <VoicePage {...props} kind="contribution" />;
export const RecommendationPage = (props: Pick<RoomAt, "params">) => <VoicePage {...props} kind="recommendation" />;

interface VoiceProps {
  readonly voice: VoiceView;
}
interface NamedProps extends VoiceProps {
  readonly nameOf: (code: string) => string;
}

function Voice({ voice }: VoiceProps) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const participants = useQuery(participantsQuery);
  const f = useFormat();
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const shown = wordsIn(voice.words, lang);
  const { may, source } = voice;
  const props = { matter: voice, nameOf };
  const mayAct = may.write || may.reply || may.link || may.take.length > 0 || may.assess.length > 0;
  const room = voice.kind === "contribution" ? "contributions" : "recommendations";
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={
          voice.contributionKind !== null
            ? t.kinds[voice.contributionKind]
            : t.recommendation(source === null ? "" : w.sourceKinds[source.kind])
        }
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: room }}>
            {t.title[voice.kind]}
          </Link>,
        ]}
        lead={
          <MatterLead
            {...props}
            alsoRead={
              voice.addressees.length > 0 && voice.withdrawn === null && voice.visibility !== "public"
                ? t.andAddressees
                : null
            }
            stillRead={t.stillRead[voice.version === 0 ? "draft" : voice.kind]}
          >
            {source === null || source.name === "" ? null : <p>{t.document(source.name)}</p>}
            {voice.owner === null ? null : <p>{t.owner(nameOf(voice.owner))}</p>}
            {voice.state !== "draft" || voice.addressees.length === 0 ? null : (
              <p>{t.willPut(f.list(voice.addressees.map(nameOf).sort(f.compare)))}</p>
            )}
            {voice.visibility === "public" && voice.state === "filed" ? (
              <p className="quiet small">{t.everybody}</p>
            ) : null}
          </MatterLead>
        }
        actions={
          mayAct ? (
            <VoiceActs voice={voice} participants={participants.data?.participants ?? []} nameOf={nameOf} />
          ) : null
        }
      />
      <MatterWords matter={voice} />
      {voice.files.length === 0 ? null : <MatterFiles matter={voice} />}
      <DocumentsAbout matterId={voice.id} />
      <About voice={voice} nameOf={nameOf} />
      {/* What was never filed was put to nobody: there is nothing that anybody could have answered. */}
      {voice.version === 0 ? null : <Answers voice={voice} nameOf={nameOf} />}
      {voice.version === 0 ? null : (
        <ReplyList
          matterId={voice.id}
          queries={voiceActs.key}
          replies={voice.replies}
          mayTakeBack={({ withdrawn, participant }) =>
            withdrawn === null && participant === voice.side && voice.may.reply
          }
          nameOf={nameOf}
          faults={t.faults}
          says={t.reply}
        />
      )}
      <SpokenOf voice={voice} />
      <MatterHistory {...props} />
    </>
  );
}

/** The points of reports that speak of it, as the reader reads them. That a report speaks of it says nothing of how. */
function SpokenOf({ voice }: VoiceProps) {
  const t = useTexts(voicesTexts).spokenOf;
  const b = useTexts(meetingTexts).bodies;
  const lang = useLanguage();
  const f = useFormat();
  if (voice.spokenOf.length === 0) return null;
  return (
    <section className="section" aria-labelledby="spoken-of">
      <h2 id="spoken-of">{t.title}</h2>
      <ul>
        {voice.spokenOf.map(({ meetingId, pointId, body, heldOn, number, letter, version }) => (
          <li key={pointId}>
            <Link
              to="/$lang/network/$"
              params={{ lang, _splat: `meetings/${meetingId}/report` }}
              hash={`point-${pointId}`}
            >
              {t.point(number === null ? null : `${number}${letter}`, b[body], f.date(heldOn))}
            </Link>
            {version === null ? ` ${t.working}` : null}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t.note}</p>
    </section>
  );
}

/** What it is about, as its author says and, for itself, as the Secretariat says. */
function About({ voice, nameOf }: NamedProps) {
  const t = useTexts(voicesTexts).about;
  const lang = useLanguage();
  const catalogue = useQuery(catalogueQuery);
  const participants = useQuery(participantsQuery);
  const all = catalogue.data === undefined ? [] : allAbout(catalogue.data, participants.data?.participants ?? [], lang);
  const groups = [
    { title: t.own(nameOf(voice.author)), links: voice.links.filter(({ linkedBy }) => linkedBy === null) },
    { title: t.secretariat, links: voice.links.filter(({ linkedBy }) => linkedBy !== null) },
  ].filter(({ links }) => links.length > 0);
  return (
    <section className="section" aria-labelledby="about">
      <h2 id="about">{t.title}</h2>
      {groups.length === 0 ? <p>{t.none}</p> : null}
      {groups.map(({ title, links }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {links.map((one) => (
              <li key={`${one.kind} ${one.code}`}>{nameOfAbout(all, one)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
