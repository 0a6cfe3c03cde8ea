import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { receivedReportsTexts } from "./received-reports.texts.ts";
import { receivedReportsQuery, useShowReceivedReports } from "./rounds-queries.ts";

/** Whether the public may know that a report was received: what is so, who decided it, and the act that changes it. */
export function ReceivedReports() {
  const t = useTexts(receivedReportsTexts);
  const { received } = useTexts(valueStateTexts).state;
  const f = useFormat();
  const { data } = useQuery(receivedReportsQuery);
  const act = useShowReceivedReports();
  const actKey = useActKey();
  // What is asked stays as it was asked, also when somebody else decides it meanwhile: the act then says so.
  const [asking, setAsking] = useState<{ readonly act: "show" | "hide"; readonly revision: number } | null>(null);
  if (data === undefined) return null;
  const [state, next] = data.shown ? (["shown", "hide"] as const) : (["hidden", "show"] as const);
  const asked = asking?.act ?? null;
  const close = () => {
    setAsking(null);
    act.reset();
  };
  const confirm = () => {
    if (asking === null) return;
    const body = { shown: asking.act === "show" };
    act.mutate(
      { body, revision: asking.revision, idempotencyKey: actKey.keyFor(asking) },
      {
        onSuccess: () => {
          announce(t[asking.act].done);
          setAsking(null);
        },
      },
    );
  };
  return (
    <section className="section" aria-labelledby="received">
      <div className="stack-s">
        <h2 id="received">{t.heading}</h2>
        <p>
          {data.shown ? t.is.shown(received) : t.is.hidden}{" "}
          {data.decided === null ? null : t.decided[state](data.decided.byName, f.instant(data.decided.at))}
        </p>
        <div className="row">
          <Button onClick={() => setAsking({ act: next, revision: data.revision })}>{t[next].label}</Button>
        </div>
      </div>
      <Dialog
        open={asked !== null}
        onClose={close}
        title={asked === null ? "" : t[asked].title}
        actions={
          asked === null ? null : (
            <>
              <Button onClick={close}>{t.back}</Button>
              <Button variant="primary" busy={act.isPending} onClick={confirm}>
                {t[asked].submit}
              </Button>
            </>
          )
        }
      >
        {asked === null ? null : (
          <div className="stack-s">
            <p>{t[asked].what(received)}</p>
            <ul>
              {t[asked].points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <ProblemNote error={act.error} words={{ "revision-stale": t.stale }} />
          </div>
        )}
      </Dialog>
    </section>
  );
}
