import type { IndicatorCode } from "@avances/domain/catalogue";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog, firstFocus } from "#ui/dialog.tsx";
import { Checkbox } from "#ui/field.tsx";
import { useReportFacts } from "../report-context.ts";
import { fillWith } from "../saving/answer-store.ts";
import { useStore } from "../saving/use-answer-store.ts";
import styles from "./many.module.css";
import { manyTexts } from "./many.texts.ts";
import type { Proposed } from "./many.ts";
import { useProposalWords } from "./proposal.tsx";

interface ConfirmManyProps {
  /** As they are now: what somebody answers meanwhile leaves the list. */
  readonly items: readonly Proposed[];
  readonly onClose: () => void;
}

/** Confirms many answers as they were accepted in the round before: one act, which lists what it does, and can be undone. */
export function ConfirmMany({ items, onClose }: ConfirmManyProps) {
  const t = useTexts(manyTexts).confirm;
  const lang = useLanguage();
  const f = useFormat();
  const { view, currency } = useReportFacts();
  const store = useStore();
  const [left, setLeft] = useState<ReadonlySet<IndicatorCode>>(new Set());
  const chosen = items.filter(({ indicator }) => !left.has(indicator.code));
  const { year } = view.previous;
  if (year === null) return null;
  const confirm = () => {
    store.replaceMany(
      "last-round",
      new Map(
        chosen.map(({ indicator, proposal }) => [indicator.code, fillWith(indicator, proposal, f, currency)] as const),
      ),
    );
    announce(t.done(chosen.length));
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t.title(chosen.length)}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" ref={firstFocus} disabled={chosen.length === 0} onClick={confirm}>
            {t.act(chosen.length)}
          </Button>
        </>
      }
    >
      <p>{t.text(roundWords[lang].name({ roundYear: year }))}</p>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.indicator.code}>
            <ProposedItem
              item={item}
              isChosen={!left.has(item.indicator.code)}
              onChoose={(isChosen) =>
                setLeft((before) => {
                  const next = new Set(before);
                  if (isChosen) next.delete(item.indicator.code);
                  else next.add(item.indicator.code);
                  return next;
                })
              }
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface ItemProps {
  readonly item: Proposed;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function ProposedItem({ item, isChosen, onChoose }: ItemProps) {
  const t = useTexts(manyTexts).confirm;
  const lang = useLanguage();
  const { unchanged } = useReportFacts();
  const { indicator, proposal } = item;
  const said = useProposalWords(indicator, proposal);
  const since = unchanged.get(indicator.code);
  return (
    <Checkbox
      label={`${indicator.code} ${indicator.name[lang]}`}
      help={
        <>
          {said.whole} {said.source}{" "}
          {since === undefined ? null : (
            <span className="quiet">({t.since(roundWords[lang].name({ roundYear: since }))})</span>
          )}
        </>
      }
      checked={isChosen}
      onChange={(event) => onChoose(event.target.checked)}
    />
  );
}
