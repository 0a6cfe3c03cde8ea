import { parseCount } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { NumberField } from "#ui/field.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { FaultChoice, FaultWords } from "./field-fault.tsx";
import { formTexts } from "./form.texts.ts";

interface CountFieldProps {
  readonly code: IndicatorCode;
  /** Key of its text in the form: `total`, `b/sex/female`. */
  readonly place: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** In a table, where the headers are the visible label. */
  readonly inTable?: boolean;
}

/** A whole number typed as text. It shows its reading if that differs from the text, asks when it is ambiguous, and keeps unreadable text. */
export function CountField({ code, place, label, help, inTable = false }: CountFieldProps) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { store, entry } = useEntry(code);
  const text = entry.draft.fields[place] ?? "";
  const fault = entry.faults[place];
  const parsed = parseCount(text);
  const reading = parsed.kind === "number" && f.number(parsed.value) !== text.trim() ? f.number(parsed.value) : null;
  const put = (typed: string) =>
    store.edit(code, (draft) => ({ ...draft, fields: { ...draft.fields, [place]: typed } }));
  return (
    <NumberField
      label={label}
      hideLabel={inTable}
      help={help}
      value={text}
      onChange={(event) => put(event.target.value)}
      onSeveralCells={() => store.commit(code)}
      onKeyDown={(event) => {
        if (event.key === "Enter") store.commit(code);
      }}
      error={
        fault ? (
          <>
            <FaultWords fault={fault} />
            {fault.kind === "ambiguous" ? (
              <FaultChoice
                choices={fault.readings}
                words={(value) => f.number(value)}
                onChoose={(value) => {
                  put(f.number(value));
                  store.commit(code);
                }}
              />
            ) : null}
          </>
        ) : undefined
      }
      after={reading === null || fault ? undefined : inTable ? `= ${reading}` : t.value.readAs(reading)}
    />
  );
}
