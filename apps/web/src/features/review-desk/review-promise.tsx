import { promisedDaysRange } from "@avances/domain/submission";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { firstFocus } from "#ui/dialog.tsx";
import { TextInput } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { reviewPromiseQuery, useSetPromise } from "./review-queries.ts";
import { reviewsTexts } from "./reviews.texts.ts";

/** Within how many working days the office says that it answers, and who decided it. */
export function ReviewPromise() {
  const t = useTexts(reviewsTexts).promise;
  const f = useFormat();
  const { data } = useQuery(reviewPromiseQuery);
  const act = useSetPromise();
  const key = useActKey();
  const [typed, setTyped] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  if (data === undefined) return null;
  const { least, most } = promisedDaysRange;
  const text = typed ?? "";
  const days = text.trim() === "" ? null : /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  const isSound = days === null || (days >= least && days <= most);
  const range = [f.number(least), f.number(most)] as const;
  const { revision } = data;
  return (
    <section className="section stack-s" aria-labelledby="promise">
      <h2 id="promise">{t.heading}</h2>
      <p>
        {data.days === null ? t.none : t.days(data.days)}{" "}
        {data.decided === null ? null : (
          <span className="quiet small">{t.decided(data.decided.byName, f.instant(data.decided.at))}</span>
        )}
      </p>
      {typed === null ? (
        <div>
          <Button size="small" onClick={() => setTyped(data.days === null ? "" : String(data.days))}>
            {t.open}
          </Button>
        </div>
      ) : (
        <form
          className="stack-s"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!isSound) focusFirstFault(event.currentTarget);
            if (!isSound || act.isPending) return;
            act.mutate(
              { body: { days }, revision, idempotencyKey: key.keyFor([days, revision]) },
              {
                onSuccess: () => {
                  setTyped(null);
                  setTried(false);
                  announce(days === null ? t.none : t.days(days));
                },
              },
            );
          }}
        >
          <TextInput
            ref={firstFocus}
            label={t.label}
            help={t.help(...range)}
            error={isTried && !isSound ? t.wrong(...range) : undefined}
            width="short"
            inputMode="numeric"
            value={text}
            onChange={(event) => setTyped(event.target.value)}
          />
          <ProblemNote error={act.error} words={{ "revision-stale": t.stale }} />
          <div className="row">
            <Button type="submit" variant="primary" busy={act.isPending}>
              {t.submit}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                act.reset();
                setTyped(null);
              }}
            >
              {t.cancel}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
