import { localDate } from "@avances/domain/round";
import type { Wording, WordingMatter } from "@avances/domain/wording";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import type { countriesQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import { Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Segmented } from "#ui/tabs.tsx";
import styles from "./templates.module.css";
import { templatesTexts } from "./templates.texts.ts";
import { type Preview, type PreviewState, previewQuery, type Which } from "./templates-queries.ts";

export type Countries = NonNullable<Awaited<ReturnType<NonNullable<(typeof countriesQuery)["queryFn"]>>>>["countries"];

interface MessagePreviewProps {
  readonly which: Which;
  readonly about: WordingMatter;
  readonly words: Wording;
  /** False: the words cannot stand yet, so the last message that could be made is shown. */
  readonly isSound: boolean;
  readonly states: readonly PreviewState[];
  readonly countries: Countries;
}

/** The message is made anew when nobody has typed for so long. */
const quietMs = 500;

/** The whole message of a sample country with these words, as its reader would get it. */
export function MessagePreview({ which, about, words, isSound, states, countries }: MessagePreviewProps) {
  const t = useTexts(templatesTexts).preview;
  const lang = useLanguage();
  const f = useFormat();
  const named = [...countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const [country, setCountry] = useState(
    named.find(({ workingLanguage }) => workingLanguage === which.language)?.alpha3 ?? named[0]?.alpha3 ?? "",
  );
  const [state, setState] = useState<PreviewState>("plain");
  const [form, setForm] = useState<"formatted" | "text">("formatted");
  const asked = useSettled(words, isSound);
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    ...previewQuery(which, { words: asked ?? words, country, state }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const place = countries.find(({ alpha3 }) => alpha3 === country);
  return (
    <section aria-labelledby="preview" className={styles.preview} aria-busy={isFetching || undefined}>
      <h2 id="preview" className={styles.heading}>
        {t.title}
      </h2>
      <div className={styles.choices}>
        <Select label={t.country} value={country} onChange={(event) => setCountry(event.target.value)}>
          {named.map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        {states.length > 1 ? (
          <Select
            label={t.state}
            value={state}
            onChange={(event) => setState(states.find((one) => one === event.target.value) ?? "plain")}
          >
            {states.map((one) => (
              <option key={one} value={one}>
                {t.states[one]}
              </option>
            ))}
          </Select>
        ) : null}
        <Segmented
          label={t.form}
          name="message-form"
          value={form}
          options={[
            { value: "formatted", label: t.formatted },
            { value: "text", label: t.text },
          ]}
          onChange={setForm}
        />
      </div>
      {isSound ? null : <p className="quiet">{data === undefined ? t.faulty : t.older}</p>}
      {error === null || isPlaceholderData ? null : error instanceof ApiProblem && error.status === 404 ? (
        <p>{t.none[about]}</p>
      ) : (
        <ProblemNote error={error} />
      )}
      {data === undefined ? (
        error === null && asked !== null ? (
          <Skeleton rows={10} />
        ) : null
      ) : error !== null && !isPlaceholderData ? null : (
        <Message
          message={data}
          about={about}
          language={which.language}
          isText={form === "text"}
          timeZone={place?.timeZone ?? "UTC"}
          city={place?.capital[lang] ?? ""}
        />
      )}
    </section>
  );
}

/** The last words that could stand and were left alone for a moment; null = none yet. */
function useSettled(words: Wording, isSound: boolean): Wording | null {
  const [settled, setSettled] = useState<Wording | null>(isSound ? words : null);
  const { subject, opening, closing } = words;
  useEffect(() => {
    if (!isSound) return;
    const timer = setTimeout(() => setSettled({ subject, opening, closing }), quietMs);
    return () => clearTimeout(timer);
  }, [subject, opening, closing, isSound]);
  return settled;
}

interface MessageProps {
  readonly message: Preview;
  readonly about: WordingMatter;
  readonly language: string;
  readonly isText: boolean;
  readonly timeZone: string;
  readonly city: string;
}

function Message({ message, about, language, isText, timeZone, city }: MessageProps) {
  const t = useTexts(templatesTexts).preview;
  const f = useFormat();
  const { writtenAt, assumed, recipient, subject, blocks, bodyText, wordsStand } = message;
  const { session } = useSession();
  const isThen = assumed.includes("moment") && session !== undefined && writtenAt < session.now;
  const supposed = assumed.filter((one) => !isThen || one !== "moment");
  const when = [f.date(localDate(new Date(writtenAt), timeZone)), f.time(writtenAt, timeZone), city] as const;
  return (
    <>
      {wordsStand ? null : <Callout tone="caution">{t.builtInStands}</Callout>}
      <p className={styles.about}>
        {t.to(recipient)} {(isThen ? t.writtenThen[about] : t.written)(...when)}{" "}
        {supposed.length > 0
          ? (isThen ? t.assumedThen : t.assumed)(f.list(supposed.map((one) => t.assumptions[one])))
          : isThen
            ? null
            : t.real}
      </p>
      <article className={styles.mail} lang={language} aria-label={t.title}>
        <p className={styles.subject}>
          <span className="sr-only">{t.subject}: </span>
          {subject}
        </p>
        {isText ? (
          <p className={styles.plain}>{bodyText}</p>
        ) : (
          <div className={styles.body}>
            {blocks.map((block, place) => (
              <Block key={`block-${place + 1}`} block={block} />
            ))}
          </div>
        )}
      </article>
    </>
  );
}

function Block({ block }: { readonly block: Preview["blocks"][number] }) {
  const t = useTexts(templatesTexts).preview;
  switch (block.kind) {
    case "text":
    case "small":
      return (
        <p className={block.kind === "small" ? styles.small : styles.paragraph}>
          {block.runs.map(({ text, strong }, place) =>
            strong ? <b key={`run-${place + 1}`}>{text}</b> : <span key={`run-${place + 1}`}>{text}</span>,
          )}
        </p>
      );
    case "action":
      return (
        <>
          {/* A picture of the button: nobody opens a country's report by trying out words. */}
          <p className={styles.button}>{block.words}</p>
          <p className={styles.address}>{block.address}</p>
        </>
      );
    case "missing_parts":
      return <p className={styles.paragraph}>{t.missing(block.count)}</p>;
  }
}
