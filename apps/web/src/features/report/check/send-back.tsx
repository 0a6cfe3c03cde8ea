import { shortestActReason, textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useReportFacts } from "../report-context.ts";
import { useSendBack } from "../signature-queries.ts";
import { checkTexts } from "./check.texts.ts";

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

/** Sends the report back to those who prepare it, with a reason that stays in the country; a given signature is taken back that way too. */
export function SendBack({ isSigned }: { readonly isSigned: boolean }) {
  const t = useTexts(checkTexts).sendBack;
  const { view } = useReportFacts();
  const { id, revision } = view.submission;
  const sendBack = useSendBack(id);
  const [isOpen, setOpen] = useState(false);
  const form = useKeptForm({ form: "sendBack", of: [id], empty, guard: isWritten });
  const { reason } = form.value;
  const { attempt, isTried } = useSending(form, sendBack);
  const isSound = reason.trim().length >= shortestActReason && reason.length <= textLimits.actReason;
  function close() {
    sendBack.reset();
    setOpen(false);
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {isSigned ? t.takeBack : t.button}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={isSigned ? t.takeBackTitle : t.title}
        actions={
          <>
            <Button onClick={close}>{t.cancel}</Button>
            <Button
              variant="alarm"
              busy={sendBack.isPending}
              onClick={() => attempt(isSound ? { reason, revision } : null, close)}
            >
              {isSigned ? t.takeBack : t.confirm}
            </Button>
          </>
        }
      >
        <div className="stack-s">
          <p>{t.text}</p>
          <KeptNote form={form} />
          <TextArea
            label={t.reason}
            rows={3}
            limit={textLimits.actReason}
            error={isTried && !isSound ? t.tooShort : undefined}
            value={reason}
            onChange={(event) => form.change({ reason: event.target.value })}
          />
          <ActRefused error={sendBack.error} words={t.refused} fits={() => "look"} onSeen={close} />
        </div>
      </Dialog>
    </>
  );
}
