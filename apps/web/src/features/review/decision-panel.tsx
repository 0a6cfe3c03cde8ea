import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import styles from "./review.module.css";

type Act = "accept" | "sendBack" | "publish";

/** What the Secretariat may decide now; the server has said so in `may` and in the state. */
export function DecisionPanel() {
  const t = useTexts(deskTexts);
  const lang = useLanguage();
  const { view, notes } = useDesk();
  const [open, setOpen] = useState<Act | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  const { status, country } = view.submission;
  const asked = notes.questions.size;
  const canReturn = view.may.review && (status === "submitted" || status === "accepted");
  const close = () => setOpen(null);
  const finish = (act: Act) => () => {
    setOpen(null);
    setDone(act);
  };
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
      {canReturn ? (
        <p className="small">
          {t.panel.questions(asked)} {notes.confirmed.size > 0 ? t.panel.confirmed(notes.confirmed.size) : null}
        </p>
      ) : null}
      <div className={styles.decide}>
        {view.may.review && status === "submitted" ? (
          <Button variant={asked > 0 ? "secondary" : "primary"} onClick={() => setOpen("accept")}>
            {t.panel.accept}
          </Button>
        ) : null}
        {status === "accepted" ? (
          <Button variant="primary" onClick={() => setOpen("publish")}>
            {t.panel.publish}
          </Button>
        ) : null}
        {canReturn ? (
          <Button
            variant={asked > 0 && status === "submitted" ? "primary" : "secondary"}
            disabled={asked === 0}
            aria-describedby={asked === 0 ? "no-questions" : undefined}
            onClick={() => setOpen("sendBack")}
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
      <p className="quiet tiny">{t.panel.never}</p>
      <AcceptDialog isOpen={open === "accept"} onClose={close} onDone={finish("accept")} />
      <ReturnDialog isOpen={open === "sendBack"} onClose={close} onDone={finish("sendBack")} />
      <PublishDialog isOpen={open === "publish"} onClose={close} onDone={finish("publish")} />
    </section>
  );
}
