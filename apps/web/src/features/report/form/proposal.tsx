import type { Answer } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { valueWords } from "#values/words-of-values.ts";
import { answerTexts } from "../answer.texts.ts";
import { quoted, withoutStop } from "../quoted.ts";
import { useReportGround } from "../report-context.ts";
import { fillWith } from "../saving/answer-store.ts";
import { useStore } from "../saving/use-answer-store.ts";
import { lineTexts } from "./line.texts.ts";
import { useListActs } from "./list-acts.ts";
import styles from "./proposal.module.css";
import { useWayOn } from "./way-on.ts";

interface ProposalProps {
  readonly indicator: Indicator;
  readonly proposal: Answer;
}

/** Last round's answer, said in words with its source before any key is offered. Nothing is saved before a key is pressed. */
export function Proposal({ indicator, proposal }: ProposalProps) {
  const { code } = indicator;
  const t = useTexts(lineTexts).proposal;
  const lang = useLanguage();
  const f = useFormat();
  const { view, currency } = useReportGround();
  const store = useStore();
  const acts = useListActs();
  const way = useWayOn();
  const said = useProposalWords(indicator, proposal);
  const { year } = view.previous;
  if (year === null) return null;
  const round = roundWords[lang].name({ roundYear: year });
  const isGap = proposal.state !== "reported";
  const [missing] = indicator.allowedMissing;
  const levels = indicator.levels?.map(({ level }) => level) ?? [];
  return (
    <div className={styles.proposal} data-proposal>
      <p className={styles.why}>
        {said.whole} <span className={styles.source}>{said.source}</span>
      </p>
      <div className={styles.acts}>
        <Button
          size="small"
          onClick={() => {
            store.replace(code, "last-round", fillWith(indicator, proposal, f, currency));
            way?.next(code);
          }}
        >
          {isGap ? t.sameGap(round) : t.same(round, said.short)} <kbd className={styles.key}>Enter</kbd>
        </Button>
        <Button size="small" onClick={() => acts.open(code)}>
          {isGap ? t.write : t.change}
          {isGap || levels.length === 0 ? null : (
            <kbd className={styles.key}>
              {f.number(Math.min(...levels))}–{f.number(Math.max(...levels))}
            </kbd>
          )}
        </Button>
        {missing === undefined ? null : (
          <Button
            size="small"
            onClick={() => {
              store.replace(code, "state", (draft) => ({ ...draft, state: missing }));
              acts.open(code);
            }}
          >
            {isGap ? t.otherReason : t.because}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A proposal in words: in a sentence, in as few words as a button holds, and with its source. */
export function useProposalWords(indicator: Indicator, { state, value, reason, evidence }: Answer) {
  const t = useTexts(lineTexts).proposal;
  const texts = useTexts(answerTexts);
  const states = useTexts(valueStateTexts).state;
  const language = useLanguage();
  const f = useFormat();
  const words = value === null ? "" : valueWords(value, { indicator, language, f, texts });
  const isLevel = value?.type === "ordinal";
  const level = isLevel ? f.number(value.level) : "";
  const [first, ...others] = evidence;
  const title =
    first === undefined ? "" : withoutStop([quoted(first.title, language), first.locator].filter(Boolean).join(", "));
  return {
    whole:
      state !== "reported"
        ? t.missing(states[state], quoted(reason, language))
        : isLevel
          ? t.level(level, quoted(words, language))
          : t.value(withoutStop(words)),
    short: state !== "reported" ? states[state] : isLevel ? t.levelName(level) : words,
    source:
      first !== undefined
        ? others.length === 0
          ? t.source(title)
          : t.sources(title, others.length)
        : indicator.evidenceRequired && state === "reported"
          ? t.noSource
          : "",
  };
}
