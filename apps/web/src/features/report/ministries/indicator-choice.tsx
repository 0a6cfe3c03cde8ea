import { useMemo } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { Checkbox, FieldGroup } from "#ui/field.tsx";
import { useReportBase } from "../report-context.ts";
import { sectionsOf } from "../sections.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";

interface IndicatorChoiceProps {
  readonly chosen: ReadonlySet<string>;
  /** Who else was asked for an answer, by its code. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Answer by answer, or a whole section by one tick; of a returned report only what can be changed. */
export function IndicatorChoice({ chosen, elsewhere, error, onChange }: IndicatorChoiceProps) {
  const t = useTexts(ministriesTexts).ask;
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, mayEdit, view } = useReportBase();
  const sections = useMemo(
    () =>
      sectionsOf(
        catalogue,
        catalogue.indicators.filter(({ code }) => mayEdit(code)),
      ),
    [catalogue, mayEdit],
  );
  const put = (codes: readonly string[], isOn: boolean) =>
    onChange(isOn ? [...new Set([...chosen, ...codes])] : [...chosen].filter((code) => !codes.includes(code)));
  return (
    <FieldGroup legend={t.indicators} help={t.indicatorsHelp(chosen.size)} error={error}>
      {view.inQuestion === null ? null : <p className={styles.facts}>{t.onlyOpen(sections.length > 0)}</p>}
      <div>
        {sections.map(({ key, instrument, dimension, indicators }) => {
          const codes = indicators.map(({ code }) => code);
          const count = codes.filter((code) => chosen.has(code)).length;
          const heading = [
            catalogue.instruments.find(({ code }) => code === instrument)?.shortName[lang],
            catalogue.dimensions.find(({ code }) => code === dimension)?.name[lang],
          ].join(" · ");
          return (
            <Disclosure key={key} variant="ruled" summary={heading} aside={`${count}/${codes.length}`}>
              <div className={styles.indicators}>
                <Checkbox
                  label={<b>{t.whole}</b>}
                  checked={count === codes.length}
                  onChange={(event) => put(codes, event.target.checked)}
                />
                {indicators.map(({ code, name }) => (
                  <Checkbox
                    key={code}
                    label={`${code} ${name[lang]}`}
                    help={elsewhere.has(code) ? t.alsoAsked(f.list(elsewhere.get(code) ?? [])) : undefined}
                    checked={chosen.has(code)}
                    onChange={(event) => put([code], event.target.checked)}
                  />
                ))}
              </div>
            </Disclosure>
          );
        })}
      </div>
    </FieldGroup>
  );
}
