import { openingSteps, stepOfReason } from "@avances/domain/round";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { openedWords } from "../opened-words.ts";
import { RoundPlanView } from "../round-plan-view.tsx";
import { preparing as address } from "./address.ts";
import { useOpenPrepared } from "./preparation-queries.ts";
import { prepareTexts } from "./prepare.texts.ts";
import type { StepProps } from "./step-props.ts";

/** Everything that is missing, at once and with the way to it; or what will happen, and the act. */
export function StepOpen({ preparing, reasons, words, countries }: StepProps) {
  const t = useTexts(prepareTexts);
  const lang = useLanguage();
  const f = useFormat();
  const navigate = useNavigate();
  const { session } = useSession();
  const { plan, view, isKept } = preparing;
  const opening = useOpenPrepared(plan.year);
  const key = useActKey();
  const isReady = reasons.length === 0;
  const areDates = !reasons.some(
    ({ why }) => why.startsWith("opening-") || why.startsWith("due-") || why === "year-wrong",
  );
  return (
    <div className="stack">
      {isReady ? (
        <p className="lead">{t.open.ready}</p>
      ) : (
        <Callout tone="caution" title={t.open.notReady(reasons.length)}>
          <ul>
            {openingSteps.flatMap((step) =>
              reasons
                .filter(({ why }) => stepOfReason[why] === step)
                .map((reason) => (
                  <li key={JSON.stringify(reason)}>
                    <Link to="/$lang/rounds" params={{ lang }} hash={address(plan.year, step)}>
                      {t.step[step]}
                    </Link>
                    {": "}
                    {words(reason)}
                  </li>
                )),
            )}
          </ul>
        </Callout>
      )}
      {areDates ? <RoundPlanView plan={plan} now={new Date(session?.now ?? Date.now())} members={countries} /> : null}
      <p>{t.open.text}</p>
      <ProblemNote
        error={opening.error}
        words={{ "round-not-ready": t.open.refused, "revision-stale": t.open.changed, "not-found": t.open.changed }}
      />
      <div>
        <Button
          variant="primary"
          disabled={!isReady || !isKept}
          busy={opening.isPending}
          onClick={() =>
            opening.mutate(
              { revision: view.revision, idempotencyKey: key.keyFor({ open: plan.year, revision: view.revision }) },
              {
                onSuccess: () => {
                  preparing.forget();
                  announce(openedWords(lang, f, plan, serverToday(session)));
                  void navigate({ to: "/$lang/rounds/$year", params: { lang, year: String(plan.year) } });
                },
              },
            )
          }
        >
          {t.open.submit}
        </Button>
      </div>
    </div>
  );
}
