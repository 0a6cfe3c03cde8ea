import { languageFacts, languages } from "@avances/domain/catalogue";
import { sourceName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery } from "#lib/meeting-queries.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { FileList } from "#ui/file-list.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { WordsNote, wordsIn } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import styles from "./matter.module.css";
import type { Matter } from "./matter.ts";
import { putTexts } from "./put.texts.ts";

interface MatterProps {
  readonly matter: Matter;
}
interface NamedProps extends MatterProps {
  readonly nameOf: (code: string) => string;
}

interface MatterLeadProps extends NamedProps {
  /** Who reads it, where more than its level decides. */
  readonly reads?: ReactNode;
  /** Said of who reads it besides those of its level. */
  readonly alsoRead?: string | null;
  /** What only this kind says, below who reads it. */
  readonly children?: ReactNode;
  /** Of what was withdrawn: who still reads it. */
  readonly stillRead: string;
}

/** From whom it is, who reads it, which version it is, to which meeting it belongs, and what became of it. */
export function MatterLead({ matter, nameOf, reads, alsoRead = null, children, stillRead }: MatterLeadProps) {
  const t = useTexts(putTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const meetings = useQuery(meetingsQuery);
  const meeting = meetings.data?.meetings.find(({ id }) => id === matter.meetingId);
  const { withdrawn } = matter;
  return (
    <>
      <p>
        {t.from(nameOf(matter.author))}.{" "}
        {reads ?? <VisibilityMark visibility={matter.visibility} state={matter.state} />}
        {alsoRead === null ? null : ` ${alsoRead}`}.
        {matter.filedAt === null ? null : ` ${t.filedAs(f.number(matter.version), f.instant(matter.filedAt))}`}
      </p>
      {children}
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
          {t.withdrawn(withdrawn.byName ?? nameOf(matter.author), f.instant(withdrawn.at), withdrawn.reason)}{" "}
          {stillRead}
        </p>
      )}
      {matter.invented ? <p className="quiet small">{t.invented}</p> : null}
      {matter.publicSource === null ? null : (
        <p className="quiet small">{t.source(sourceName(matter.publicSource, lang))}</p>
      )}
    </>
  );
}

/** The words in the language of the page, and beside them, or below on a phone, in the other. `noBody`: what is said where there is a title alone; by default that no more was written. */
export function MatterWords({ matter: { words }, noBody }: MatterProps & { readonly noBody?: string }) {
  const t = useTexts(putTexts);
  const lang = useLanguage();
  return (
    <div className={styles.pair}>
      {[lang, ...languages.filter((one) => one !== lang)].map((language) => {
        const shown = wordsIn(words, language);
        const name = languageFacts[language].called[lang];
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
                {/* In the language of the page it is the heading of the page. */}
                {language === lang ? null : <h3 lang={shown.language}>{shown.subject}</h3>}
                {shown.body === "" ? (
                  <p className="quiet">{noBody ?? t.noBody}</p>
                ) : (
                  <p className={styles.body} lang={shown.language}>
                    {shown.body}
                  </p>
                )}
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}

export function MatterFiles({ matter: { files } }: MatterProps) {
  const t = useTexts(putTexts);
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{t.files}</h2>
      {files.length === 0 ? <p>{t.noFiles}</p> : <FileList files={files} />}
    </section>
  );
}

/** Its versions, who has seen it, and what was done to it. */
export function MatterHistory(props: NamedProps) {
  return (
    <>
      <Versions {...props} />
      <Seen {...props} />
      <Acts {...props} />
    </>
  );
}

/** What was filed, the newest first; an earlier version is opened to be read as it was. */
function Versions({ matter: { versions, author }, nameOf }: NamedProps) {
  const t = useTexts(putTexts).versions;
  const f = useFormat();
  if (versions.length < 2) return null;
  const newest = versions.at(-1)?.version;
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t.title}</h2>
      <ul className={styles.versions}>
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

function Seen({ matter: { seen, version }, nameOf }: NamedProps) {
  const t = useTexts(putTexts).seen;
  const f = useFormat();
  if (seen === null || version === 0) return null;
  return (
    <section className="section" aria-labelledby="seen">
      <h2 id="seen">{t.title}</h2>
      {seen.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <ul>
            {seen.map((one) => {
              const side = one.participant === null ? t.nobody : nameOf(one.participant);
              const who = one.byName === null ? side : t.by(side, one.byName);
              return (
                <li key={`${one.participant} ${one.version}`}>
                  {t.one(who, f.number(one.version), f.instant(one.at))}
                </li>
              );
            })}
          </ul>
          <p className="quiet small">{t.note}</p>
        </>
      )}
    </section>
  );
}

/** What was done to it, newest first. */
function Acts({ matter, nameOf }: NamedProps) {
  const t = useTexts(putTexts).record;
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const level = (code: unknown) =>
    typeof code === "string" && code in levels ? levels[code as keyof typeof levels] : "";
  const told = matter.record.flatMap((one) => {
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
      // Done to commitments alone.
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
