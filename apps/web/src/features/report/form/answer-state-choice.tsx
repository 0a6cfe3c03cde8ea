import type { Indicator, MissingState } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";
import { usePersonCaution } from "./use-person-caution.tsx";

const wantedLength = 20;

/** A value, or a reason why there is none. Offers only the states that this indicator allows. */
export function AnswerStateChoice({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const store = useStore();
  const state = useEntryPart(indicator.code, ({ draft }) => draft.state);
  const states: readonly ("reported" | MissingState)[] = ["reported", ...indicator.allowedMissing];
  if (states.length === 1) return null;
  return (
    <>
      <RadioGroup
        label={t.state.legend}
        name={`${indicator.code}-state`}
        layout="inline"
        choices={states.map((value) => ({ value, label: t.state[value] }))}
        value={state}
        help={state === "reported" ? undefined : t.state.help[state]}
        onChange={(next) => store.replace(indicator.code, "state", (draft) => ({ ...draft, state: next }))}
      />
      <UndoLine indicator={indicator} acts={["state"]} />
    </>
  );
}

/** Why there is no value: the answer of an indicator without one. */
export function MissingReason({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const caution = usePersonCaution();
  const store = useStore();
  const reason = useEntryPart(indicator.code, ({ draft }) => draft.reason);
  const left = wantedLength - [...reason.trim()].length;
  return (
    <div data-reason>
      <TextArea
        label={t.state.reason}
        help={t.state.reasonHelp}
        rows={2}
        limit={textLimits.missingReason}
        note={caution(reason)}
        value={reason}
        onChange={(event) => {
          const text = event.target.value;
          store.edit(indicator.code, (draft) => ({ ...draft, reason: text }));
        }}
      />
      <p className={styles.counter}>{left > 0 ? t.state.counter(left) : t.state.enough}</p>
    </div>
  );
}
