import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { MarkRest } from "./mark-rest.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import styles from "./review-desk.module.css";
import { verdictTexts } from "./verdict.texts.ts";

type Act = "accept" | "sendBack" | "publish";

/** What the Secretariat may decide now, by the server's `may` and the status. */
export function DecisionPanel() {
  const t = useTexts(deskTexts);
  const lang = useLanguage();
  const v = useTexts(verdictTexts);
  const { view, notes } = useDesk();
  // The state when the dialog was opened: the decision is about it, not about what arrives later.
  const [open, setOpen] = useState<{ readonly act: Act; readonly revision: number; readonly version: number } | null>(
    null,
  );
  const [done, setDone] = useState<Act | null>(null);
  const { status, country, revision, version } = view.submission;
  const asked = notes.questions.size;
  const canReturn = view.may.review && (status === "submitted" || status === "accepted");
  const close = () => setOpen(null);
  const begin = (act: Act) => setOpen({ act, revision, version });
  const finish = (act: Act) => () => {
    setOpen(null);
    setDone(act);
  };
  const dialog = (act: Act) => ({
    isOpen: open?.act === act,
    decidedOn: open?.revision ?? revision,
    version: open?.version ?? version,
    onSeen: (seen: number) => setOpen({ act, revision: seen, version: open?.version ?? version }),
    onClose: close,
    onDone: finish(act),
  });
  return (
    <section className={styles.panel} aria-labelledby="decision">
      <h2 id="decision">{t.panel.heading}</h2>
      {done === null ? null : (
        <Callout
          tone="done"
          live="status"
          actions={
            done === "publish" ? (
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3: country }}>
                {t.publish.see}
              </Link>
            ) : null
          }
        >
          {t[done].done}
        </Callout>
      )}
      {canReturn ? <MarkRest /> : null}
      {canReturn ? (
        <p className="small">
          {t.panel.questions(asked)} {notes.confirmed.size > 0 ? t.panel.confirmed(notes.confirmed.size) : null}
        </p>
      ) : null}
      <div className={styles.decide}>
        {view.may.review && status === "submitted" ? (
          <Button variant={asked > 0 ? "secondary" : "primary"} onClick={() => begin("accept")}>
            {t.panel.accept}
          </Button>
        ) : null}
        {status === "accepted" ? (
          <Button variant="primary" onClick={() => begin("publish")}>
            {t.panel.publish}
          </Button>
        ) : null}
        {canReturn ? (
          <Button
            variant={asked > 0 && status === "submitted" ? "primary" : "secondary"}
            disabled={asked === 0}
            aria-describedby={asked === 0 ? "no-questions" : undefined}
            onClick={() => begin("sendBack")}
          >
            {t.panel.sendBack}
          </Button>
        ) : null}
      </div>
      {canReturn && asked === 0 ? (
        <p id="no-questions" className="quiet small">
          {t.panel.noQuestions}
        </p>
      ) : null}
      {view.may.review && status === "submitted" ? (
        <p className="small">
          <Link
            to="/$lang/reports/$submissionId/publication"
            params={{ lang, submissionId: view.submission.id }}
            hash={notes.confirmed.size === 0 ? "" : `confirmed=${[...notes.confirmed].sort().join(",")}`}
          >
            {v.publicIf}
          </Link>
        </p>
      ) : null}
      {status === "accepted" ? (
        <p className="small">
          <Link to="/$lang/reports/$submissionId/publication" params={{ lang, submissionId: view.submission.id }}>
            {v.public}
          </Link>
        </p>
      ) : null}
      <p className="quiet tiny">{t.panel.never}</p>
      <AcceptDialog {...dialog("accept")} />
      <ReturnDialog {...dialog("sendBack")} />
      <PublishDialog {...dialog("publish")} />
    </section>
  );
}
