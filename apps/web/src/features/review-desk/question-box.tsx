import { textLimits } from "@avances/domain/text";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { DeskThread } from "./desk-thread.tsx";
import styles from "./review-desk.module.css";
import { wholeReport } from "./use-desk-notes.ts";

/** A question about one answer (or the whole report), collected until the report is returned. */
export function QuestionBox({ code }: { readonly code: string }) {
  const t = useTexts(deskTexts).question;
  const { notes } = useDesk();
  const isReport = code === wholeReport;
  const words = notes.questions.get(code);
  const ref = useRef<HTMLTextAreaElement>(null);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    if (isNew) ref.current?.focus();
  }, [isNew]);
  return (
    <>
      {isReport ? <DeskThread code={null} /> : null}
      {words === undefined ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              notes.ask(code, "");
              setNew(true);
            }}
          >
            {isReport ? t.addReport : t.add}
          </Button>
        </div>
      ) : (
        <div className={styles.question}>
          <TextArea
            ref={ref}
            label={isReport ? t.labelReport : t.label}
            help={t.help}
            rows={3}
            limit={textLimits.note}
            value={words}
            onChange={(event) => notes.ask(code, event.target.value)}
          />
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              notes.withdraw(code);
              setNew(false);
            }}
          >
            {t.remove}
          </Button>
        </div>
      )}
    </>
  );
}
