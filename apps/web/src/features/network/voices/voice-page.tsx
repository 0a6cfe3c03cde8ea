import type { tellSeen, VoiceView } from "@avances/contracts";
import { languageFacts, languages } from "@avances/domain/catalogue";
import type { VoiceKind } from "@avances/domain/network";
import { sourceName, voiceWords } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { FileList } from "#ui/file-list.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { WordsNote, wordsIn } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { Answers } from "./answers.tsx";
import { Replies } from "./replies.tsx";
import { catalogueQuery, voiceQuery } from "./voice-queries.ts";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";
import { allAbout, nameOfAbout } from "./what-about.ts";

/** Whoever only reads needs no forms. */
const VoiceActs = later(() => import("./voice-acts.tsx").then((m) => m.VoiceActs));

const seen = operation<typeof tellSeen>("POST", "/matters/:matterId/seen");

/** A contribution or a recommendation: its words, how it was answered, and what was done to it. */
function VoicePage({ params, kind }: Pick<RoomAt, "params"> & { readonly kind: VoiceKind }) {
  const t = useTexts(voicesTexts);
  const { data, error } = useQuery(voiceQuery(params.matterId ?? ""));
  const { id, version = 0 } = data ?? {};
  useEffect(() => {
    // Nobody waits for it, and nothing is said when it does not arrive: the next visit tells it.
    if (id !== undefined && version > 0)
      call(seen, { params: { matterId: id }, body: { version } }).catch(() => undefined);
  }, [id, version]);
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
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const participants = useQuery(participantsQuery);
  const meetings = useQuery(meetingsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const meeting = meetings.data?.meetings.find(({ id }) => id === voice.meetingId);
  const shown = wordsIn(voice.words, lang);
  const { withdrawn, may, source } = voice;
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
          <>
            <p>
              {t.from(nameOf(voice.author))}. <VisibilityMark visibility={voice.visibility} state={voice.state} />
              {voice.addressees.length > 0 && withdrawn === null ? ` ${t.andAddressees}` : null}
              {voice.filedAt === null
                ? "."
                : `, ${t.version(f.number(voice.version))}, ${t.filed(f.instant(voice.filedAt))}.`}
            </p>
            {source === null || source.name === "" ? null : <p>{t.document(source.name)}</p>}
            {voice.owner === null ? null : <p>{t.owner(nameOf(voice.owner))}</p>}
            {meeting === undefined ? null : (
              <p>
                {t.meetingOf}{" "}
                <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${meeting.id}` }}>
                  {m.bodies[meeting.body]}, {meetingDays(m, f, meeting)}
                </Link>
              </p>
            )}
            {withdrawn === null ? null : (
              <p>
                {t.withdrawn(withdrawn.byName ?? nameOf(voice.author), f.instant(withdrawn.at), withdrawn.reason)}{" "}
                {t.stillRead[voice.version === 0 ? "draft" : voice.kind]}
              </p>
            )}
            {voice.invented ? <p className="quiet small">{t.invented}</p> : null}
            {voice.publicSource === null ? null : (
              <p className="quiet small">{t.source(sourceName(voice.publicSource, lang))}</p>
            )}
          </>
        }
        actions={
          mayAct ? (
            <VoiceActs voice={voice} participants={participants.data?.participants ?? []} nameOf={nameOf} />
          ) : null
        }
      />
      <Words voice={voice} />
      {voice.files.length === 0 ? null : (
        <section className="section" aria-labelledby="files">
          <h2 id="files">{t.filesTitle}</h2>
          <FileList files={voice.files} />
        </section>
      )}
      <About voice={voice} nameOf={nameOf} />
      {voice.state === "draft" && voice.kind === "contribution" ? null : <Answers voice={voice} nameOf={nameOf} />}
      <Replies voice={voice} nameOf={nameOf} />
      <Versions voice={voice} nameOf={nameOf} />
      <Seen voice={voice} nameOf={nameOf} />
      <Record voice={voice} nameOf={nameOf} />
    </>
  );
}

/** The words in the language of the page, and beside them, or below on a phone, in the other. */
function Words({ voice: { words } }: VoiceProps) {
  const t = useTexts(voicesTexts);
  const lang = useLanguage();
  return (
    <div className={styles.pair}>
      {[lang, ...languages.filter((one) => one !== lang)].map((language) => {
        const shown = wordsIn(words, language);
        const name = languageFacts[language].name;
        return (
          <section key={language} aria-label={name}>
            <h2>{shown.state === "original" ? t.original(name) : t.translation(name)}</h2>
            {shown.state === "missing" ? (
              <p className="quiet">{t.notTranslated}</p>
            ) : (
              <>
                <p className="quiet small">
                  <WordsNote shown={shown} />
                </p>
                <h3 lang={shown.language}>{shown.subject}</h3>
                <p className={styles.body} lang={shown.language}>
                  {shown.body}
                </p>
              </>
            )}
          </section>
        );
      })}
    </div>
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

/** What was filed, the newest first; an earlier version is opened to be read as it was. */
function Versions({ voice: { versions, author }, nameOf }: NamedProps) {
  const t = useTexts(voicesTexts).versions;
  const f = useFormat();
  if (versions.length < 2) return null;
  const newest = versions.at(-1)?.version;
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t.title}</h2>
      <ul className={styles.list}>
        {[...versions].reverse().map((one) => {
          const head = t.one(f.number(one.version), f.instant(one.at), one.byName ?? nameOf(author));
          return (
            <li key={one.version}>
              {one.version === newest ? (
                <>
                  {head} ({t.current})
                </>
              ) : (
                <Disclosure summary={head}>
                  <h3 lang={one.language}>{one.subject}</h3>
                  <p className={styles.body} lang={one.language}>
                    {one.body}
                  </p>
                  <FileList files={one.files} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Seen({ voice: { seen: looks, version }, nameOf }: NamedProps) {
  const t = useTexts(voicesTexts).seen;
  const f = useFormat();
  if (looks === null || version === 0) return null;
  return (
    <section className="section" aria-labelledby="seen">
      <h2 id="seen">{t.title}</h2>
      {looks.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul>
          {looks.map((one) => (
            <li key={`${one.participant} ${one.version}`}>
              {t.one(
                one.participant === null ? t.nobody : nameOf(one.participant),
                f.number(one.version),
                f.instant(one.at),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was done to it, newest first. */
function Record({ voice, nameOf }: NamedProps) {
  const t = useTexts(voicesTexts).record;
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const level = (code: unknown) =>
    typeof code === "string" && code in levels ? levels[code as keyof typeof levels] : "";
  const told = voice.record.flatMap((one) => {
    const { act, before, after } = one;
    const byName = one.byName ?? nameOf(one.by);
    switch (act) {
      case "written":
      case "withdrawn":
        return [{ ...one, words: t.acts[act](byName) }];
      case "filed":
        return [{ ...one, words: t.acts.filed(byName, f.number(Number(after.version))) }];
      case "visibility_changed":
        return [
          { ...one, words: t.acts.visibility_changed(byName, level(before.visibility), level(after.visibility)) },
        ];
      case "dispatched":
      case "moved":
      case "resent":
      case "concluded":
      case "noted":
        return [];
      default:
        return act satisfies never;
    }
  });
  if (told.length === 0) return null;
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">{t.title}</h2>
      <ul>
        {told.reverse().map(({ revision, at, words, reason }) => (
          <li key={revision}>
            {f.instant(at)}: {words} {reason === "" ? null : t.why(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}
