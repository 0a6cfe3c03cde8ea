import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { plannedRound } from "./proposed-round.ts";
import { RoundPlanView, type RoundPlanViewProps } from "./round-plan-view.tsx";
import { roundsTexts } from "./rounds.texts.ts";

interface ConfirmOpenProps extends RoundPlanViewProps {
  readonly isOpen: boolean;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmOpen({ isOpen, error, isBusy, onConfirm, onClose, ...view }: ConfirmOpenProps) {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      wide
      title={t.confirm.title(roundWords[lang].round(plannedRound(view.plan.year)))}
      actions={
        <>
          <Button onClick={onClose}>{t.confirm.back}</Button>
          <Button variant="primary" busy={isBusy} onClick={onConfirm}>
            {t.form.submit}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.confirm.text}</p>
        <RoundPlanView {...view} />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
