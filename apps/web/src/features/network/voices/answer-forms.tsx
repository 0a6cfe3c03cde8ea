import { languageLabel, languages } from "@avances/domain/catalogue";
import {
  type CompletionStep,
  completionSteps,
  type Stance,
  secretariatCode,
  stances,
  voiceWords,
} from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isNullOr, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { RadioGroup, Select, TextArea } from "#ui/field.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { AboutField } from "../about-field.tsx";
import { useReply } from "../matter.ts";
import { MatterRefused } from "../matter-refused.tsx";
import { SayForm } from "../say-form.tsx";
import { unkept } from "../unkept.ts";
import { type About, allAbout, catalogueQuery } from "../what-about.ts";
import type { VoiceFormProps } from "./voice-acts.tsx";
import { useAnswer, voiceActs } from "./voice-queries.ts";
import { voicesTexts } from "./voices.texts.ts";

const isWords = { language: isOneOf(languages), text: isText };

interface SaidFieldsProps {
  readonly label: string;
  readonly optional: boolean;
  readonly value: { readonly language: (typeof languages)[number]; readonly text: string };
  readonly error?: string | undefined;
  readonly onChange: (part: Partial<SaidFieldsProps["value"]>) => void;
}

/** Words in one language: what somebody says beside an answer. */
function SaidFields({ label, optional, value, error, onChange }: SaidFieldsProps) {
  const lang = useLanguage();
  const m = useTexts(matterTexts);
  return (
    <>
      <RadioGroup
        name="said-language"
        layout="inline"
        label={m.words.language}
        choices={languages.map((one) => ({ value: one, label: languageLabel(one, lang) }))}
        value={value.language}
        onChange={(language) => onChange({ language })}
      />
      <TextArea
        label={label}
        optional={optional}
        rows={4}
        lang={value.language}
        limit={textLimits.matterReply}
        value={value.text}
        error={error}
        onChange={({ target }) => onChange({ text: target.value })}
      />
    </>
  );
}

/** As what it is recorded, and whose names are told. */
function Signed({ voice, nameOf }: Pick<VoiceFormProps, "voice" | "nameOf">) {
  const t = useTexts(voicesTexts).take;
  return (
    <p className="quiet small">
      {t.text(nameOf(voice.side ?? ""))} {voice.side === secretariatCode ? t.named.secretariat : t.named.others}
    </p>
  );
}

/** How the own side takes it: of a contribution one takes note, a recommendation asks for an answer. */
export function TakeForm({ voice, nameOf, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const lang = useLanguage();
  const act = useAnswer(voice.id, "take");
  const only: Stance | null = voice.may.take.length === 1 ? (voice.may.take[0] ?? null) : null;
  const form = useKeptForm({
    ...{
      form: "voice",
      of: [`${voice.kind}s`, voice.id, "take"],
      empty: { said: only as Stance | null, language: lang, text: "" },
    },
    guard: isShape({ ...isWords, said: isNullOr(isOneOf(stances)) }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { said, language, text } = form.value;
  const side = nameOf(voice.side ?? "");
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(said === null ? null : { body: { said, language, text, overruled: [...overruled] } }, () => {
      announce(t.take.done);
      onDone();
    });
  return (
    <SayForm
      {...{ form, act }}
      submit={t.take.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      {only === null ? (
        <RadioGroup
          name="stance"
          label={t.take.choose}
          choices={voice.may.take.map((value) => ({ value, label: w.stances[value] }))}
          value={said}
          error={isTried && said === null ? t.take.chooseOne : undefined}
          onChange={(chosen) => form.change({ said: chosen })}
        />
      ) : (
        <p>{t.take.noteText(side)}</p>
      )}
      <SaidFields optional label={t.take.words} value={form.value} onChange={form.change} />
      <Signed voice={voice} nameOf={nameOf} />
    </SayForm>
  );
}

/** How far an addressee has carried it out: of the own side, or as the view of others. */
export function AssessForm({ voice, nameOf, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const w = useTexts(voiceWords);
  const lang = useLanguage();
  const act = useAnswer(voice.id, "assess");
  const form = useKeptForm({
    ...{ form: "voice", of: [`${voice.kind}s`, voice.id, "assess"] },
    empty: { of: voice.may.assess[0] ?? "", step: null as CompletionStep | null, language: lang, text: "" },
    guard: isShape({ ...isWords, of: isText, step: isNullOr(isOneOf(completionSteps)) }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { of, step, language, text } = form.value;
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(step === null ? null : { body: { of, step, language, text, overruled: [...overruled] } }, () => {
      announce(t.take.done);
      onDone();
    });
  return (
    <SayForm
      {...{ form, act }}
      submit={t.assess.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      {voice.may.assess.length === 1 ? null : (
        <Select label={t.assess.of} value={of} onChange={({ target }) => form.change({ of: target.value })}>
          {voice.may.assess.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </Select>
      )}
      <p>{of === voice.side ? t.assess.own : t.assess.other(nameOf(of))}</p>
      <RadioGroup
        name="step"
        label={t.assess.step}
        choices={completionSteps.map((value) => ({ value, label: w.steps[value] }))}
        value={step}
        error={isTried && step === null ? t.assess.chooseOne : undefined}
        onChange={(chosen) => form.change({ step: chosen })}
      />
      <SaidFields optional label={t.take.words} value={form.value} onChange={form.change} />
      <Signed voice={voice} nameOf={nameOf} />
    </SayForm>
  );
}

/** The right of reply: words of the own country, signed for itself. */
export function ReplyForm({ voice, nameOf, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const lang = useLanguage();
  const act = useReply(voice.id, voiceActs.key);
  const form = useKeptForm({
    ...{
      form: "voice",
      of: [`${voice.kind}s`, voice.id, "reply"],
      empty: { language: lang, text: "" },
      guard: isShape(isWords),
    },
  });
  const { isTried, attempt } = useSending(form, act);
  const { language, text } = form.value;
  const isMissing = text.trim() === "";
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(
      isMissing ? null : { body: { said: "reply", language, text, files: [], overruled: [...overruled] } },
      () => {
        announce(t.reply.done);
        onDone();
      },
    );
  return (
    <SayForm
      {...{ form, act }}
      submit={t.reply.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      <p>{t.reply.text(nameOf(voice.side ?? ""))}</p>
      <SaidFields
        optional={false}
        label={t.reply.words}
        value={form.value}
        error={isTried && isMissing ? t.reply.missing : undefined}
        onChange={form.change}
      />
    </SayForm>
  );
}

/** What it is about, as the Secretariat says; what its author says stays. */
export function LinkForm({ voice, participants, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const lang = useLanguage();
  const catalogue = useQuery(catalogueQuery);
  const act = useAnswer(voice.id, "link");
  const { attempt } = useSending(unkept, act);
  const [chosen, setChosen] = useState<readonly About[]>(() =>
    voice.links.flatMap(({ kind, code, linkedBy }) => (linkedBy === null || kind === "matter" ? [] : [{ kind, code }])),
  );
  if (catalogue.data === undefined) return null;
  return (
    <SayForm
      act={act}
      submit={t.about.submit}
      onSend={() =>
        attempt({ body: { links: [...chosen] } }, () => {
          announce(t.about.done);
          onDone();
        })
      }
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      <p>{t.about.text}</p>
      <AboutField
        says={t.aboutField}
        value={chosen}
        all={allAbout(catalogue.data, participants, lang)}
        onChange={setChosen}
      />
    </SayForm>
  );
}
