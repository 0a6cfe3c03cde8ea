import { type QuestionReason, questionReasons } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import { Select, TextArea } from "#ui/field.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { DeskThread } from "./desk-thread.tsx";
import styles from "./review-desk.module.css";
import { wholeReport } from "./use-desk-notes.ts";
import { verdictTexts } from "./verdict.texts.ts";

/** Quiet for so long, then the portal gets the question, for everybody of the Secretariat. */
const quietMs = 1_000;

/** A question about one answer (or the whole report), collected until the report is returned. */
export function QuestionBox({ code }: { readonly code: string }) {
  const t = useTexts(deskTexts).question;
  const v = useTexts(verdictTexts);
  const { notes, verdicts, workingLanguage } = useDesk();
  const isReport = code === wholeReport;
  const words = notes.questions.get(code);
  const mark = verdicts.of(code);
  const isKept = mark?.verdict === "question" && mark.askedAt === null && mark.words === words;
  const [reason, setReason] = useState<QuestionReason | "">(mark?.reason ?? "");
  const ref = useRef<HTMLTextAreaElement>(null);
  const was = useRef(words);
  useEffect(() => {
    // Only what this person has just begun; what a colleague asks takes nobody's focus.
    if (was.current === undefined && words === "") ref.current?.focus();
    was.current = words;
  }, [words]);
  const keep = () => {
    if (isReport || words === undefined || words.trim() === "" || isKept || verdicts.isPending) return;
    verdicts.mark([{ indicatorCode: code, verdict: "question", reason: reason === "" ? null : reason, words }], () =>
      notes.sent(code, words),
    );
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (words === undefined) return;
    const timer = setTimeout(() => latest.current(), quietMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <>
      {isReport ? <DeskThread code={null} /> : null}
      {words === undefined ? (
        isReport ? (
          <div>
            <Button size="small" onClick={() => notes.ask(code, "")}>
              {t.addReport}
            </Button>
          </div>
        ) : null
      ) : (
        <div className={styles.question}>
          {isReport ? null : (
            <Select
              label={v.reason}
              help={v.reasonHelp(v.language[workingLanguage])}
              value={reason}
              onChange={(event) => {
                const next = questionReasons.find((one) => one === event.target.value) ?? "";
                const sentences = verdictTexts[workingLanguage].sentence;
                const before = reason === "" ? "" : sentences[reason];
                const after = next === "" ? "" : sentences[next];
                setReason(next);
                // The sentence of the reason stands first; what was written after it stays.
                const rest = before !== "" && words.startsWith(before) ? words.slice(before.length) : words;
                notes.ask(
                  code,
                  after === "" ? rest.trimStart() : `${after}${rest === "" ? "" : ` ${rest.trimStart()}`}`,
                );
              }}
            >
              <option value="">{v.noReason}</option>
              {questionReasons.map((one) => (
                <option key={one} value={one}>
                  {v.reasons[one]}
                </option>
              ))}
            </Select>
          )}
          <TextArea
            ref={ref}
            label={isReport ? t.labelReport : t.label}
            help={isReport ? t.help : isKept ? v.waits : t.help}
            rows={3}
            limit={textLimits.note}
            value={words}
            onBlur={keep}
            onChange={(event) => notes.ask(code, event.target.value)}
          />
          <Button variant="quiet" size="small" onClick={() => notes.withdraw(code)}>
            {t.remove}
          </Button>
        </div>
      )}
    </>
  );
}
