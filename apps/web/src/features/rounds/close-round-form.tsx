import type { ClosingPreview } from "@avances/contracts";
import { isActReason } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { closingTexts } from "./close-round.texts.ts";
import { ClosingMeans, useCountryNames } from "./closing-means.tsx";
import { RoundActRefused } from "./round-act-refused.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import styles from "./rounds.module.css";
import { closingQuery, type Round, useCloseRound } from "./rounds-queries.ts";

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

interface CloseRoundFormProps {
  readonly round: Round;
  readonly onBack: () => void;
}

/** Closes a round before its day: says what that means, asks why, and is pressed twice. */
export function CloseRoundForm({ round, onBack }: CloseRoundFormProps) {
  const { data, error } = useQuery(closingQuery(round.year));
  if (data === undefined) return error === null ? <Skeleton shape="lines" /> : <ProblemNote error={error} />;
  return <Decide first={data} onBack={onBack} />;
}

function Decide({ first, onBack }: { readonly first: ClosingPreview; readonly onBack: () => void }) {
  const t = useTexts(closingTexts);
  const words = useTexts(roundActTexts);
  const lang = useLanguage();
  const f = useFormat();
  // What was read: the decision is about it, not about what arrives later.
  const [seen, setSeen] = useState(first);
  const [isSure, setSure] = useState(false);
  const { round } = seen;
  const act = useCloseRound(round.year);
  const form = useKeptForm({ form: "roundAct", of: [round.year, "close"], empty, guard: isWritten });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const acts = useRef<HTMLDivElement>(null);
  // What is to be read before the second press pushes the button out of a small window.
  useEffect(() => {
    if (isSure) acts.current?.scrollIntoView({ block: "end" });
  }, [isSure]);
  const sentence = useSentence(seen);
  const changed = changedTo(act.error);
  const of = (standing: string) => seen.countries.filter((one) => one.standing === standing);
  const again = (current: ClosingPreview) => {
    act.reset();
    setSeen(current);
    setSure(false);
  };
  return (
    <ActForm
      {...{ form, act, isTried, onBack }}
      words={{ ...words, reasonHelp: t.reasonHelp, submit: isSure ? t.submit : t.next }}
      variant={isSure ? "alarm" : "primary"}
      isBarred={changed !== null}
      buttons={acts}
      onSubmit={() => {
        if (!isActReason(reason)) return attempt(null);
        if (!isSure) {
          setSure(true);
          announce(sentence);
          return;
        }
        const body = {
          reason,
          notReceived: of("not_received").map(({ country }) => country),
          extended: of("extended").map(({ country, dueOn }) => ({ country, dueOn })),
        };
        attempt({ body, revision: round.revision }, () => {
          announce(t.done(roundWords[lang].round(namedRound(round))));
          onBack();
        });
      }}
      refused={
        changed === null ? (
          <>
            <RoundActRefused act={act} onSeen={(current) => again({ ...seen, round: current })} />
            {isSure ? <p className={styles.late}>{sentence}</p> : null}
          </>
        ) : null
      }
    >
      <p>{t.intro(f.date(seen.closesByItselfOn))}</p>
      {changed === null ? null : (
        <Callout tone="caution" live="alert" actions={<Button onClick={() => again(changed)}>{words.seen}</Button>}>
          {t.changed}
        </Callout>
      )}
      <ClosingMeans preview={changed ?? seen} />
    </ActForm>
  );
}

/** Before the second press: who will stand as not received, and which extensions stand until when. */
function useSentence({ countries }: ClosingPreview): string {
  const t = useTexts(closingTexts);
  const f = useFormat();
  const nameOf = useCountryNames();
  const of = (standing: string) => countries.filter((one) => one.standing === standing);
  const missing = of("not_received").map(({ country }) => nameOf(country));
  const extended = of("extended").map(({ country, dueOn }) => t.until(nameOf(country), f.date(dueOn)));
  return t.sure(
    missing.length === 0 ? t.sureNobody : t.sureMissing(f.list(missing)),
    extended.length === 0 ? t.sureNoExtension : t.sureExtended(f.list(extended)),
  );
}

/** What closing means now, if that changed since it was read; null = it was not refused for that. */
function changedTo(error: unknown): ClosingPreview | null {
  if (!(error instanceof ApiProblem) || error.code !== "closing-changed") return null;
  return (error.problem?.details?.current as ClosingPreview | undefined) ?? null;
}
