import { parseCount } from "@avances/domain/answer";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { NumberField } from "#ui/field.tsx";
import { useCells } from "../sheet/answer-cells.ts";
import { sheetTexts } from "../sheet/sheet.texts.ts";
import { FaultChoice, FaultWords } from "./field-fault.tsx";
import { formTexts } from "./form.texts.ts";

interface CountFieldProps {
  /** Key of its text in the form: `total`, `numerator`, `denominator`. */
  readonly place: string;
  readonly label: ReactNode;
  /** Below the field: what must be said about this figure. */
  readonly note?: ReactNode;
}

/**
 * A figure of its own, typed as text. It shows its reading if that differs from the text, asks when it is ambiguous, and keeps unreadable
 * text. Beside it stands by how much it differs from the round before.
 */
export function CountField({ place, label, note }: CountFieldProps) {
  const t = useTexts(formTexts);
  const words = useTexts(sheetTexts);
  const f = useFormat();
  const { store, indicator, fields, faults, computed } = useCells();
  const { code } = indicator;
  const [isEditing, setEditing] = useState(false);
  const text = fields[place] ?? "";
  const fault = faults[place];
  const parsed = parseCount(text);
  const reading = parsed.kind === "number" && f.number(parsed.value) !== text.trim() ? f.number(parsed.value) : null;
  const cell = computed.get(place);
  const shown = text === "" && !isEditing && cell !== undefined ? f.number(cell.figure) : text;
  const put = (typed: string) =>
    store.edit(code, (draft) => ({ ...draft, fields: { ...draft.fields, [place]: typed } }));
  const since = useSinceBefore(place);
  return (
    <NumberField
      label={label}
      value={shown}
      data-cell={place}
      onChange={(event) => {
        setEditing(true);
        put(event.target.value);
      }}
      onBlur={() => setEditing(false)}
      onSeveralCells={() => store.commit(code)}
      note={note}
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
      after={
        fault
          ? undefined
          : reading !== null
            ? t.value.readAs(reading)
            : text === "" && cell !== undefined
              ? `= ${words.computed}`
              : since
      }
    />
  );
}

/** "2 more than in the 2025 round"; undefined while one of the two figures is unknown. */
function useSinceBefore(place: string): string | undefined {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { figure, before, beforeYear } = useCells();
  const [now, old] = [figure(place), before(place)];
  if (now === null || old === null || beforeYear === null) return undefined;
  const round = roundWords[lang].name({ roundYear: beforeYear });
  if (now === old) return t.asBefore(round);
  return (now > old ? t.moreThan : t.fewerThan)(f.number(Math.abs(now - old)), round);
}
