import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { CancelRoundForm } from "./cancel-round-form.tsx";
import { CorrectDatesForm } from "./correct-dates-form.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import type { Round } from "./rounds-queries.ts";

interface RoundActsProps {
  readonly round: Round;
  /** The server's time, by which days are counted. */
  readonly now: Date;
  /** No country has done anything in it, so it can be cancelled. */
  readonly isUnused: boolean;
}

/** What the Secretariat can do about a whole round after it was opened. */
export function RoundActs({ round, now, isUnused }: RoundActsProps) {
  const t = useTexts(roundActTexts);
  const lang = useLanguage();
  const [form, setForm] = useState<"dates" | "cancel" | null>(null);
  const close = () => setForm(null);
  const name = roundWords[lang].round(namedRound(round));
  return (
    <>
      <Button onClick={() => setForm("dates")}>{t.dates.label}</Button>
      {isUnused ? <Button onClick={() => setForm("cancel")}>{t.cancel.label}</Button> : null}
      <Dialog
        open={form !== null}
        onClose={close}
        title={form === "cancel" ? t.cancel.title(name) : t.dates.title(name)}
      >
        {form === "dates" ? <CorrectDatesForm round={round} now={now} onDone={close} /> : null}
        {form === "cancel" ? <CancelRoundForm round={round} onBack={close} /> : null}
      </Dialog>
    </>
  );
}
