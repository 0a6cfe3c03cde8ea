import type { SectionView } from "@avances/contracts";
import { type Language, languages, regionFirst, type Text } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import { isMailAddress, isTooLong, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { RadioGroup, TextArea, TextInput } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import { askedElsewhere } from "./asked-elsewhere.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { useAskForSection } from "./ministries-queries.ts";

interface Draft {
  readonly name: string;
  readonly institution: string;
  readonly address: string;
  readonly language: Language;
  readonly indicators: readonly string[];
  readonly dueOn: string;
  readonly note: string;
}
const isDraft = isShape<Draft>({
  ...{ name: isText, institution: isText, address: isText, dueOn: isText, note: isText },
  language: isOneOf(languages),
  indicators: isListOf(isText),
});

/** Asks somebody of another ministry for answers or whole sections; what is typed is kept until it is sent. */
export function AskForm({
  lastDay,
  sections,
}: {
  readonly lastDay: string;
  readonly sections: readonly SectionView[];
}) {
  const texts = useTexts(ministriesTexts);
  const t = texts.ask;
  const f = useFormat();
  const lang = useLanguage();
  const { session } = useSession();
  const { view, mayEdit } = useReportBase();
  const ask = useAskForSection(view.submission.id);
  const empty: Draft = { name: "", institution: "", address: "", language: lang, indicators: [], dueOn: "", note: "" };
  const kept = useKeptForm<Draft>({
    form: "section",
    of: [view.submission.id],
    empty,
    guard: isDraft,
    isEmpty: ({ language: _, ...draft }) => Object.values(draft).every((value) => value.length === 0),
  });
  const { value: draft, change } = kept;
  const sending = useSending(kept, ask);
  const today = session === undefined ? "" : localDate(new Date(session.now), view.timeZone);
  const address = draft.address.trim();
  const shown = sending.isTried;
  // What was chosen before the report was returned may be locked now.
  const indicators = draft.indicators.filter(mayEdit);
  const faults = {
    name: draft.name.trim() === "" ? t.missing : undefined,
    institution: draft.institution.trim() === "" ? t.missing : undefined,
    address: address === "" ? t.missing : isMailAddress(address) ? undefined : t.addressWrong,
    indicators: indicators.length === 0 ? t.indicatorsWrong : undefined,
    dueOn: draft.dueOn < today || draft.dueOn > lastDay ? t.dueWrong(f.date(lastDay)) : undefined,
  };
  const isSound =
    Object.values(faults).every((fault) => fault === undefined) &&
    !isTooLong(draft.note, textLimits.noticeText) &&
    !isTooLong(draft.name, textLimits.personName) &&
    !isTooLong(draft.institution, textLimits.institution);
  const at = (fault: string | undefined) => (shown ? fault : undefined);
  const sent = ask.data;
  return (
    <section className={styles.part} aria-labelledby="ask">
      <h2 id="ask">{t.heading}</h2>
      <p>{t.lead}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const section = {
            ...draft,
            address,
            name: draft.name.trim(),
            institution: draft.institution.trim(),
            indicators,
          };
          sending.attempt(isSound ? { section } : null, sending.again);
        }}
      >
        <div className={styles.fields}>
          <TextInput
            label={t.name}
            autoComplete="off"
            limit={textLimits.personName}
            value={draft.name}
            error={at(faults.name)}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextInput
            label={t.institution}
            autoComplete="off"
            limit={textLimits.institution}
            value={draft.institution}
            error={at(faults.institution)}
            onChange={(event) => change({ institution: event.target.value })}
          />
        </div>
        <TextInput
          type="email"
          label={t.address}
          help={t.addressHelp}
          autoComplete="off"
          spellCheck={false}
          limit={textLimits.mailAddress}
          value={draft.address}
          error={at(faults.address)}
          onChange={(event) => change({ address: event.target.value })}
        />
        <RadioGroup
          label={t.language}
          name="section-language"
          layout="inline"
          choices={regionFirst.map((language) => ({
            value: language,
            label: (texts.languages as Text)[language],
          }))}
          value={draft.language}
          onChange={(language) => change({ language })}
        />
        <IndicatorChoice
          chosen={new Set(indicators)}
          elsewhere={askedElsewhere(sections)}
          error={at(faults.indicators)}
          onChange={(chosen) => change({ indicators: chosen })}
        />
        <TextInput
          type="date"
          width="medium"
          label={t.dueOn}
          help={t.dueHelp(f.date(lastDay))}
          min={today}
          max={lastDay}
          value={draft.dueOn}
          error={at(faults.dueOn)}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
        <TextArea
          label={t.note}
          optional
          help={t.noteHelp}
          limit={textLimits.noticeText}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <ProblemNote error={ask.error} words={{ "answer-not-in-question": t.locked }} />
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {t.send}
          </Button>
        </div>
        <div role="status">
          {sent === undefined ? null : <Callout tone="done">{t.sent(sent.name, sent.address)}</Callout>}
        </div>
      </form>
    </section>
  );
}
