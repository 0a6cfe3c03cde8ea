import type { ClosingFault } from "@avances/domain/round";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { CancelRoundForm } from "./cancel-round-form.tsx";
import { closingTexts } from "./close-round.texts.ts";
import { CloseRoundForm } from "./close-round-form.tsx";
import { CorrectDatesForm } from "./correct-dates-form.tsx";
import { ReopenRoundForm } from "./reopen-round-form.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import type { Round } from "./rounds-queries.ts";

interface RoundActsProps {
  readonly round: Round;
  /** The server's time, by which days are counted. */
  readonly now: Date;
  /** No country has done anything in it, so it can be cancelled. */
  readonly isUnused: boolean;
  /** Why it cannot be closed, and why it cannot be opened again; null = it can. */
  readonly closing: ClosingFault | null;
  readonly reopening: ClosingFault | null;
  readonly closesByItselfOn: string;
}

/** What the Secretariat can do about a whole round after it was opened. */
export function RoundActs({ round, now, isUnused, closing, reopening, closesByItselfOn }: RoundActsProps) {
  const t = useTexts(roundActTexts);
  const lang = useLanguage();
  const [form, setForm] = useState<"dates" | "cancel" | "close" | "reopen" | null>(null);
  const close = () => setForm(null);
  const c = useTexts(closingTexts);
  const name = roundWords[lang].round(namedRound(round));
  const titles = { dates: t.dates.title, cancel: t.cancel.title, close: c.title, reopen: c.reopen.title };
  return (
    <>
      {round.closedAt === null ? <Button onClick={() => setForm("dates")}>{t.dates.label}</Button> : null}
      {closing === null ? <Button onClick={() => setForm("close")}>{c.label}</Button> : null}
      {reopening === null ? <Button onClick={() => setForm("reopen")}>{c.reopen.label}</Button> : null}
      {isUnused ? <Button onClick={() => setForm("cancel")}>{t.cancel.label}</Button> : null}
      <Dialog open={form !== null} onClose={close} title={titles[form ?? "dates"](name)}>
        {form === "dates" ? <CorrectDatesForm round={round} now={now} onDone={close} /> : null}
        {form === "close" ? <CloseRoundForm round={round} onBack={close} /> : null}
        {form === "reopen" ? (
          <ReopenRoundForm round={round} closesByItselfOn={closesByItselfOn} onBack={close} />
        ) : null}
        {form === "cancel" ? <CancelRoundForm round={round} onBack={close} /> : null}
      </Dialog>
    </>
  );
}
