import { type Language, languageLabel, languages, regionLanguage } from "@avances/domain/catalogue";
import { addresseeLimits, type LetterKind } from "@avances/domain/wording";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useKindWords } from "#ui/kind-words.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./letters.module.css";
import { lettersTexts } from "./letters.texts.ts";
import {
  type Letter,
  type Letters,
  type LetterText,
  usePreviewLetter,
  useWriteLetter,
  type Wanted,
} from "./letters-queries.ts";

interface LetterFormProps {
  readonly year: string;
  /** To which a letter can be written now; at least one. */
  readonly countries: Letters["countries"];
  readonly proposed: string | undefined;
  readonly onBack: () => void;
  readonly onDone: (letter: Letter) => void;
}

const isDraft = isShape({
  country: isText,
  kind: isText,
  language: isText,
  name: isText,
  title: isText,
  institution: isText,
  salutation: isText,
});

/** A letter: choose country, text and addressee, see it whole, and write it under the next number. Exactly what was shown is written. */
export function LetterForm({ year, countries, proposed, onBack, onDone }: LetterFormProps) {
  const t = useTexts(lettersTexts);
  const lang = useLanguage();
  const f = useFormat();
  const kindWords = useKindWords();
  const { data: list } = useSuspenseQuery(countriesQuery);
  const empty = {
    country: countries.some(({ country }) => country === proposed) ? (proposed ?? "") : "",
    ...{ kind: "", language: "", name: "", title: "", institution: "", salutation: "" },
  };
  const form = useKeptForm({
    form: "letter",
    of: [year, proposed ?? "any"],
    empty,
    guard: isDraft,
    isEmpty: ({ name, title, institution, salutation }) =>
      [name, title, institution, salutation].every((one) => one === ""),
  });
  const preview = usePreviewLetter(Number(year));
  const write = useWriteLetter(Number(year));
  const { attempt } = useSending(form, write);
  const [isTried, setTried] = useState(false);
  const [seen, setSeen] = useState<{ readonly wanted: string; readonly text: LetterText } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const draft = form.value;
  const chosen = countries.find(({ country }) => country === draft.country);
  const place = list.countries.find(({ alpha3 }) => alpha3 === draft.country);
  const kind: LetterKind | undefined = chosen?.kinds.find((one) => one === draft.kind) ?? chosen?.kinds[0];
  const language: Language =
    languages.find((one) => one === draft.language) ?? place?.workingLanguage ?? regionLanguage;
  const [person] = chosen?.people ?? [];
  const addressee = {
    name: draft.name.trim(),
    title: draft.title.trim(),
    institution: draft.institution.trim(),
    salutation: draft.salutation.trim(),
  };
  const wanted: Wanted | null =
    chosen === undefined || kind === undefined || addressee.name === ""
      ? null
      : { country: chosen.country, kind, language, addressee };
  const shown = seen !== null && seen.wanted === JSON.stringify(wanted) ? seen.text : null;
  useEffect(() => {
    if (shown !== null) heading.current?.focus();
  }, [shown]);
  const named = countries
    .map(({ country }) => ({
      code: country,
      name: list.countries.find((one) => one.alpha3 === country)?.name[lang] ?? country,
    }))
    .sort((one, other) => f.compare(one.name, other.name));
  const field = (name: "name" | "title" | "institution" | "salutation") => ({
    limit: addresseeLimits[name],
    value: draft[name],
    onChange: (event: { readonly target: { readonly value: string } }) => form.change({ [name]: event.target.value }),
  });
  const show = (act: Wanted) => {
    write.reset();
    preview.mutate(act, { onSuccess: (text) => setSeen({ wanted: JSON.stringify(act), text }) });
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t.form.title}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wanted === null) focusFirstFault(event.currentTarget);
        else show(wanted);
      }}
    >
      <KeptNote form={form} />
      {proposed === undefined || countries.some(({ country }) => country === proposed) ? null : (
        <p>{t.form.notAsked(list.countries.find(({ alpha3 }) => alpha3 === proposed)?.name[lang] ?? proposed)}</p>
      )}
      <div className={styles.pair}>
        <Select
          label={t.form.country}
          value={draft.country}
          error={isTried && chosen === undefined ? t.form.noCountry : undefined}
          onChange={(event) => form.change({ country: event.target.value, kind: "", language: "" })}
        >
          <option value="">{t.form.choose}</option>
          {named.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        {chosen === undefined ? null : (
          <Select
            label={t.form.kind}
            help={t.form.kindHelp}
            value={kind ?? ""}
            onChange={(event) => form.change({ kind: event.target.value })}
          >
            {chosen.kinds.map((one) => (
              <option key={one} value={one}>
                {kindWords(one)}
              </option>
            ))}
          </Select>
        )}
        <Select
          label={t.form.language}
          value={language}
          onChange={(event) => form.change({ language: event.target.value })}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageLabel(one, lang)}
            </option>
          ))}
        </Select>
      </div>
      {person === undefined || draft.name !== "" ? null : (
        <p>
          <Button size="small" onClick={() => form.change({ name: person.name, salutation: person.salutation ?? "" })}>
            {person.name}
          </Button>
        </p>
      )}
      <div className={styles.pair}>
        <TextInput
          label={t.form.name}
          error={isTried && addressee.name === "" ? t.form.noName : undefined}
          {...field("name")}
        />
        <TextInput label={t.form.post} optional {...field("title")} />
        <TextInput label={t.form.institution} optional {...field("institution")} />
        <TextInput label={t.form.salutation} optional help={t.form.salutationHelp} {...field("salutation")} />
      </div>
      <ProblemNote error={preview.error} words={{ "letter-refused": t.form.refused }} />
      {shown === null ? (
        <div className="row">
          <Button type="submit" variant="primary" busy={preview.isPending}>
            {t.form.preview}
          </Button>
          <Button onClick={onBack}>{t.cancel}</Button>
        </div>
      ) : (
        <>
          <h3 ref={heading} tabIndex={-1} className={styles.shown}>
            {t.form.shown}
          </h3>
          <p className="quiet">{t.form.dated(f.date(shown.datedOn))}</p>
          <article className={styles.letter} lang={language} aria-label={t.form.shown}>
            <p>{[addressee.name, addressee.title, addressee.institution].filter(Boolean).join("\n")}</p>
            <p>
              <b>{shown.subject}</b>
            </p>
            {shown.paragraphs.map((paragraph, at) => (
              <p key={`paragraph-${at + 1}`}>{paragraph}</p>
            ))}
          </article>
          <ProblemNote error={write.error} words={{ "letter-refused": t.form.refused }} />
          <div className="row">
            <Button
              variant="primary"
              busy={write.isPending}
              onClick={() => {
                if (wanted === null) return;
                const { subject, paragraphs } = shown;
                attempt({ body: { ...wanted, seen: { subject, paragraphs: [...paragraphs] } } }, onDone);
              }}
            >
              {t.form.number}
            </Button>
            <Button onClick={() => (write.error === null || wanted === null ? setSeen(null) : show(wanted))}>
              {write.error === null ? t.form.back : t.form.preview}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
