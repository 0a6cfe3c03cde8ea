import type { Indicator, ValueType } from "@avances/domain/catalogue";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import { CountControl } from "./count-control.tsx";
import { DateControl } from "./date-control.tsx";
import { formTexts } from "./form.texts.ts";
import { LevelControl } from "./level-control.tsx";
import { MoneyControl } from "./money-control.tsx";
import { RatioControl } from "./ratio-control.tsx";
import { TextControl } from "./text-control.tsx";
import { YesNoControl } from "./yes-no-control.tsx";

const controls: Readonly<Record<ValueType, (props: { readonly indicator: Indicator }) => ReactNode>> = {
  ordinal: LevelControl,
  boolean: YesNoControl,
  count: CountControl,
  ratio: RatioControl,
  money: MoneyControl,
  date: DateControl,
  text: TextControl,
};

/** The control for this type of value. */
export function ValueControl({ indicator }: { readonly indicator: Indicator }) {
  const Control = controls[indicator.valueType];
  return <Control indicator={indicator} />;
}

/** Clears the answer, because radio buttons cannot be unselected. Reason, comment and evidence stay. */
export function ClearAnswer({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const store = useStore();
  const isChosen = useEntryPart(indicator.code, ({ draft }) => draft.level !== null || draft.yes !== null);
  if (!isChosen) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={(event) => {
        stay(event.currentTarget);
        store.replace(indicator.code, "cleared", (draft) => ({ ...draft, level: null, yes: null }));
      }}
    >
      {t.clear}
    </Button>
  );
}
