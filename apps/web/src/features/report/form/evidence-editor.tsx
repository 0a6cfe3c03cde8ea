import { mostEvidence } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { FieldGroup, TextInput } from "#ui/field.tsx";
import { answerTexts } from "../answer.texts.ts";
import type { EvidenceDraft } from "../saving/answer-draft.ts";
import { webAddress } from "../saving/to-value-from-form.ts";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import { FaultWords } from "./fault-words.tsx";
import styles from "./indicator-article.module.css";
import { insideTexts } from "./inside.texts.ts";
import { usePersonCaution } from "./use-person-caution.tsx";

const blank: EvidenceDraft = { title: "", url: "", locator: "" };

/** Where the answer can be checked: a list of references, each with title, address and location. */
export function EvidenceEditor({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(insideTexts);
  const words = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const caution = usePersonCaution();
  const store = useStore();
  const rows = useEntryPart(indicator.code, ({ draft }) => draft.evidence);
  const faults = useEntryPart(indicator.code, (entry) => entry.faults);
  const box = useRef<HTMLDivElement>(null);
  const isAdding = useRef(false);
  // After adding a reference the focus moves to its fields, which come before the button.
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    box.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  });
  const put = (evidence: readonly EvidenceDraft[]) => store.edit(indicator.code, (draft) => ({ ...draft, evidence }));
  const change = (place: number, part: Partial<EvidenceDraft>) =>
    put(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  const faultAt = (place: number, part: "title" | "url" | "locator") => {
    const fault = faults[`evidence/${place}/${part}`];
    return fault ? <FaultWords fault={fault} /> : undefined;
  };
  const completed = (typed: string) => {
    const address = webAddress(typed);
    return typeof address === "string" && address !== typed.trim() ? t.evidence.savedAs(address) : undefined;
  };
  return (
    <div ref={box} data-stay tabIndex={-1}>
      <FieldGroup legend={words.evidence} help={indicator.evidence?.[lang] ?? t.evidence.help}>
        {rows.length === 0 ? null : (
          <ol className={styles.evidence}>
            {rows.map((row, place) => (
              <li key={place}>
                <span className="sr-only">{t.evidence.item(f.number(place + 1))}</span>
                <TextInput
                  label={t.evidence.title}
                  value={row.title}
                  limit={textLimits.evidenceTitle}
                  note={caution(row.title)}
                  error={faultAt(place, "title")}
                  onChange={(event) => change(place, { title: event.target.value })}
                />
                <TextInput
                  label={t.evidence.url}
                  optional
                  inputMode="url"
                  value={row.url}
                  note={completed(row.url)}
                  limit={textLimits.evidenceUrl}
                  error={faultAt(place, "url")}
                  onChange={(event) => change(place, { url: event.target.value })}
                />
                <TextInput
                  label={t.evidence.locator}
                  optional
                  value={row.locator}
                  error={faultAt(place, "locator")}
                  limit={textLimits.evidenceLocator}
                  note={caution(row.locator)}
                  onChange={(event) => change(place, { locator: event.target.value })}
                />
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t.evidence.removeOf(row.title || t.evidence.item(f.number(place + 1)))}
                  onClick={(event) => {
                    stay(event.currentTarget);
                    store.replace(indicator.code, "evidence", (draft) => ({
                      ...draft,
                      evidence: rows.filter((_, index) => index !== place),
                    }));
                  }}
                >
                  {t.evidence.remove}
                </Button>
              </li>
            ))}
          </ol>
        )}
        <UndoLine indicator={indicator} acts={["evidence"]} />
        {rows.length < mostEvidence ? (
          <Button
            size="small"
            onClick={() => {
              isAdding.current = true;
              put([...rows, blank]);
            }}
          >
            {rows.length === 0 ? t.evidence.addFirst : t.evidence.add}
          </Button>
        ) : null}
      </FieldGroup>
    </div>
  );
}
