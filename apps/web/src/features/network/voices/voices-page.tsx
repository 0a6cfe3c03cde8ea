import type { MeetingSummary, VoiceSummary } from "@avances/contracts";
import { completionSteps, stances, stancesOf, type VoiceKind, voiceWords } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { keepFile } from "#lib/keep-file.ts";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { PagedList } from "#ui/paged-list.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { LanguagesMark, Title } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import matter from "../matter.module.css";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import { useAsked } from "../use-asked.ts";
import { allAbout, catalogueQuery } from "../what-about.ts";
import { recommendationsFiles, type VoicesAsked, voicesQuery } from "./voice-queries.ts";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";

const names = ["author", "country", "about", "stance", "step"] as const;
const roomOf: Readonly<Record<VoiceKind, string>> = {
  contribution: "contributions",
  recommendation: "recommendations",
};

export const ContributionsPage = () => <VoicesPage kind="contribution" />;
export const RecommendationsPage = () => <VoicesPage kind="recommendation" />;

/** What those who are no member put before the Network: found by who, to whom, about what, and by how it was answered. */
function VoicesPage({ kind }: { readonly kind: VoiceKind }) {
  const t = useTexts(voicesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const [search, ask] = useAsked(roomOf[kind], names) as [
    Omit<VoicesAsked, "kind">,
    (change: Partial<VoicesAsked>) => void,
  ];
  const asked: VoicesAsked = { kind, ...search };
  const voices = useQuery(voicesQuery(asked));
  const participants = useQuery(participantsQuery);
  const meetings = useQuery(meetingsQuery);
  if (voices.data === undefined && voices.error !== null) throw voices.error;
  const isAsked = names.some((name) => asked[name] !== undefined);
  const list = participants.data?.participants ?? [];
  const { data } = voices;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title[kind]}
        lead={
          <>
            <p role="status">{data === undefined ? "" : isAsked ? t.found(data.total) : t.count[kind](data.total)}</p>
            <p>{t.lead[kind]}</p>
            <p className="quiet small">{t.toEverybody}</p>
          </>
        }
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        actions={
          <>
            {data?.mayWrite ? (
              <LinkButton to="/$lang/network/$" params={{ lang, _splat: `${roomOf[kind]}/new` }}>
                {t.new[kind]}
              </LinkButton>
            ) : null}
            {kind === "recommendation" && data !== undefined && data.total > 0 ? <AsFile asked={asked} /> : null}
          </>
        }
      />
      <Filters asked={asked} participants={list} onAsk={ask} />
      {data === undefined ? (
        <Skeleton shape="table" rows={5} />
      ) : data.voices.length === 0 ? (
        <EmptyState
          title={isAsked ? t.found(0) : t.count[kind](0)}
          actions={
            isAsked ? (
              <Button onClick={() => ask(Object.fromEntries(names.map((name) => [name, undefined])))}>{t.all}</Button>
            ) : null
          }
        />
      ) : (
        <PagedList page={data.page} total={data.total} onTurn={(page) => ask({ page })}>
          <Voices voices={data.voices} participants={list} meetings={meetings.data?.meetings ?? []} />
        </PagedList>
      )}
    </>
  );
}

/** The list as it is asked for, all pages of it, as a file. */
function AsFile({ asked }: { readonly asked: VoicesAsked }) {
  const t = useTexts(voicesTexts).files;
  const language = useLanguage();
  const [state, setState] = useState<"busy" | "failed" | null>(null);
  const { kind: _, page: __, ...filter } = asked;
  const keep = (format: keyof typeof recommendationsFiles) => {
    setState("busy");
    const query = { ...filter, language };
    const fetched =
      format === "csv"
        ? callForFile(recommendationsFiles.csv, { query })
        : callForFile(recommendationsFiles.xlsx, { query });
    fetched.then(keepFile).then(
      () => setState(null),
      () => setState("failed"),
    );
  };
  return (
    <>
      {(["csv", "xlsx"] as const).map((format) => (
        <Button
          key={format}
          aria-label={`${t.label}: ${t[format]}`}
          busy={state === "busy"}
          onClick={() => keep(format)}
        >
          {t[format]}
        </Button>
      ))}
      {state === "failed" ? <span role="alert">{t.failed}</span> : null}
    </>
  );
}

interface FiltersProps {
  readonly asked: VoicesAsked;
  readonly participants: readonly Participant[];
  readonly onAsk: (change: Partial<VoicesAsked>) => void;
}

function Filters({ asked, participants, onAsk }: FiltersProps) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const lang = useLanguage();
  const f = useFormat();
  const catalogue = useQuery(catalogueQuery);
  const named = (list: readonly Participant[]) =>
    list
      .map(({ code, name }) => ({ code, text: name[lang] }))
      .toSorted((one, other) => f.compare(one.text, other.text));
  const about =
    catalogue.data === undefined
      ? []
      : allAbout(catalogue.data, participants, lang).filter(({ kind }) => kind !== "country");
  const any = t.filters.any;
  return (
    <search className={matter.filters}>
      <CodeSelect
        name="author"
        label={t.filters.author}
        all={any}
        value={asked.author}
        options={named(participants.filter(({ kind }) => kind !== "member"))}
        onChoose={(author) => onAsk({ author })}
      />
      <CodeSelect
        name="country"
        label={t.filters.country}
        all={any}
        value={asked.country}
        options={named(participants.filter(({ kind, code }) => kind !== "organisation" || code === "RCM-TS"))}
        onChoose={(country) => onAsk({ country })}
      />
      <CodeSelect
        name="about"
        label={t.filters.about}
        all={any}
        value={asked.about}
        options={about.map(({ code, name }) => ({ code, text: name }))}
        onChoose={(code) => onAsk({ about: code })}
      />
      <CodeSelect
        name="stance"
        label={t.filters.stance}
        all={any}
        value={asked.stance}
        options={stancesOf[asked.kind].map((code) => ({ code, text: w.stances[code] }))}
        onChoose={(stance) => onAsk({ stance: stances.find((one) => one === stance) })}
      />
      {asked.kind === "recommendation" ? (
        <CodeSelect
          name="step"
          label={t.filters.step}
          all={any}
          value={asked.step}
          options={completionSteps.map((code) => ({ code, text: w.steps[code] }))}
          onChoose={(step) => onAsk({ step })}
        />
      ) : null}
    </search>
  );
}

interface VoicesProps {
  readonly voices: readonly VoiceSummary[];
  readonly participants: readonly Participant[];
  readonly meetings: readonly MeetingSummary[];
}

function Voices({ voices, participants, meetings }: VoicesProps) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const p = useTexts(putTexts);
  const lang = useLanguage();
  const nameOf = namesOf(participants, lang);
  return (
    <ul className={styles.voices}>
      {voices.map((one) => {
        const meeting = meetings.find(({ id }) => id === one.meetingId);
        const facts = [
          one.contributionKind === null ? null : t.kinds[one.contributionKind],
          one.source === null ? null : t.recommendation(w.sourceKinds[one.source.kind]),
          p.from(nameOf(one.author)),
          meeting === undefined ? null : `${m.bodies[meeting.body]}, ${meetingDays(m, f, meeting)}`,
          one.filedAt === null ? null : p.filed(f.instant(one.filedAt)),
        ];
        return (
          <li key={one.id}>
            <div>
              <Link
                to="/$lang/network/$"
                params={{ lang, _splat: `${roomOf[one.kind]}/${one.id}` }}
                className={styles.title}
              >
                <Title words={one.words} />
              </Link>
              <span className={matter.fine}>{facts.filter((fact) => fact !== null).join(" · ")}</span>
              <span className={matter.fine}>
                <LanguagesMark words={one.words} />
              </span>
              <span className={matter.fine}>
                <VisibilityMark visibility={one.visibility} state={one.state} />
                {one.addressees.length > 0 && one.state !== "withdrawn" && one.visibility !== "public"
                  ? ` ${t.andAddressees}`
                  : null}
              </span>
              {one.invented ? <span className={matter.fine}>{p.invented}</span> : null}
            </div>
            <Standing voice={one} nameOf={nameOf} />
          </li>
        );
      })}
    </ul>
  );
}

/** How each addressee answered, what it says of itself and what others say; of a contribution who took note. */
function Standing({ voice, nameOf }: { readonly voice: VoiceSummary; readonly nameOf: (code: string) => string }) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const { stances: taken, steps } = w;
  const f = useFormat();
  const stanceOf = (code: string) => voice.stances.find(({ participant }) => participant === code);
  const inOrder = voice.completion.toSorted((one, other) => f.compare(nameOf(one.of), nameOf(other.of)));
  const lines =
    voice.kind === "contribution"
      ? voice.stances.map(({ participant, said }) => ({ code: participant, words: [taken[said]] }))
      : inOrder.map(({ of, own, others }) => {
          const stance = stanceOf(of);
          return {
            code: of,
            words: [
              stance === undefined ? t.answers[voice.state === "draft" ? "notYet" : "none"] : taken[stance.said],
              ...(own === null ? [] : [t.answers.summary.own(steps[own.step])]),
              ...others.map(({ by, step }) => t.answers.summary.other(nameOf(by), steps[step])),
            ],
          };
        });
  if (voice.version === 0)
    return lines.length === 0 || voice.state !== "draft" ? null : (
      <p className={styles.standing}>{t.willPut(f.list(lines.map(({ code }) => nameOf(code)).sort(f.compare)))}</p>
    );
  return (
    <ul className={styles.standing}>
      {lines
        .toSorted((one, other) => f.compare(nameOf(one.code), nameOf(other.code)))
        .map(({ code, words }) => (
          <li key={code}>
            <strong>{nameOf(code)}</strong>: {words.join("; ")}
          </li>
        ))}
    </ul>
  );
}
