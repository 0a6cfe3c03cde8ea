import type { NarrativeView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { isShared } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { later } from "#lib/later.tsx";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { progressTexts } from "#ui/progress.texts.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { useNoteSeen } from "../matter.ts";
import { MatterFiles, MatterHistory, MatterLead, MatterWords } from "../matter-parts.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { allAbout, catalogueQuery, nameOfAbout } from "../what-about.ts";
import { narrativeActs, narrativeQuery } from "./narrative-queries.ts";
import { narrativesTexts } from "./narratives.texts.ts";

/** Whoever only reads needs no forms. */
const MatterActs = later(() => import("../matter-acts.tsx").then((m) => m.MatterActs));

/** What a country tells of its progress, of one Protocol: its words, its files, and what was done to it. */
export function NarrativePage({ params }: Pick<RoomAt, "params">) {
  const o = useTexts(progressTexts);
  const { data, error } = useQuery(narrativeQuery(params.matterId ?? ""));
  useNoteSeen(data);
  if (data !== undefined) return <Narrative narrative={data} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) throw notFound();
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={o.title} />
      <Skeleton shape="table" rows={6} />
    </>
  );
}

function Narrative({ narrative }: { readonly narrative: NarrativeView }) {
  const t = useTexts(narrativesTexts);
  const o = useTexts(progressTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const participants = useQuery(participantsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const shown = wordsIn(narrative.words, lang);
  const mayTranslate = person !== null && mayDo(person.role, "matter.translate") && narrative.state === "filed";
  const props = { matter: narrative, nameOf };
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={t.eyebrow(o.protocols[narrative.instrument])}
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        lead={
          <MatterLead {...props} stillRead={t.stillRead[narrative.version === 0 ? "draft" : "filed"]}>
            {narrative.state !== "withdrawn" && !isShared(narrative.visibility) ? <p>{t.secretariatOnly}</p> : null}
          </MatterLead>
        }
        actions={
          narrative.mayWrite || mayTranslate ? (
            <MatterActs
              {...props}
              kind={narrativeActs}
              says={{ withdraw: t.withdraw, faults: t.faults }}
              room="narratives"
              mayWrite={narrative.mayWrite}
              mayTranslate={mayTranslate}
            />
          ) : null
        }
      />
      <MatterWords matter={narrative} />
      {narrative.files.length === 0 ? null : <MatterFiles matter={narrative} />}
      <Indicators narrative={narrative} />
      <MatterHistory {...props} />
    </>
  );
}

function Indicators({ narrative: { indicators } }: { readonly narrative: NarrativeView }) {
  const t = useTexts(narrativesTexts);
  const lang = useLanguage();
  const catalogue = useQuery({ ...catalogueQuery, enabled: indicators.length > 0 });
  if (indicators.length === 0) return null;
  const all = catalogue.data === undefined ? [] : allAbout(catalogue.data, [], lang);
  return (
    <section className="section" aria-labelledby="about">
      <h2 id="about">{t.indicators}</h2>
      <ul>
        {indicators.map((code) => (
          <li key={code}>{nameOfAbout(all, { kind: "indicator", code })}</li>
        ))}
      </ul>
    </section>
  );
}
