import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError, TextArea } from "#ui/field.tsx";
import styles from "./review.module.css";
import { reviewTexts } from "./review.texts.ts";
import { useWithdraw } from "./submission-queries.ts";

/** Takes a submitted report back, with a reason that the Secretariat reads. */
export function WithdrawReport({ submissionId }: { readonly submissionId: string }) {
  const t = useTexts(reviewTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const withdraw = useWithdraw(submissionId);
  const actKey = useRef("");
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  /** Goes to the form by itself: once the report is in work again, this key and its callbacks are gone. */
  async function takeBack() {
    try {
      await withdraw.mutateAsync({ reason, idempotencyKey: actKey.current });
      await navigate({ to: "/$lang/reports/$submissionId", params: { lang, submissionId } });
    } catch {
      // Shown in the dialog.
    }
  }
  return (
    <div className={styles.withdraw} data-print="no">
      <Button
        variant="quiet"
        onClick={() => {
          actKey.current = crypto.randomUUID();
          setOpen(true);
        }}
      >
        {t.withdraw.button}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t.withdraw.title}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t.withdraw.cancel}</Button>
            <Button variant="alarm" busy={withdraw.isPending} onClick={takeBack}>
              {t.withdraw.confirm}
            </Button>
          </>
        }
      >
        <div className="stack-s">
          <p>{t.withdraw.text}</p>
          <TextArea
            label={t.withdraw.reason}
            optional
            rows={3}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {withdraw.isError ? (
            <div role="alert">
              <FieldError>{t.withdraw.failed}</FieldError>
            </div>
          ) : null}
        </div>
      </Dialog>
    </div>
  );
}
