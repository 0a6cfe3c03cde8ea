import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { Checkbox, FieldGroup } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";

interface IndicatorChoiceProps {
  readonly chosen: ReadonlySet<string>;
  readonly error: string | undefined;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The indicators of a contributor, section by section; one tick selects a whole section. */
export function IndicatorChoice({ chosen, error, onChange }: IndicatorChoiceProps) {
  const t = useTexts(peopleTexts).form;
  const lang = useLanguage();
  const { data: catalogue, error: failure } = useQuery(catalogueQuery);
  if (failure !== null) return <ProblemNote error={failure} />;
  if (catalogue === undefined) return <Skeleton rows={6} />;
  const put = (codes: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (isOn) next.add(code);
      else next.delete(code);
    }
    onChange(next);
  };
  const sections = catalogue.instruments.flatMap((instrument) =>
    catalogue.dimensions.map((dimension) => ({
      key: `${instrument.code}-${dimension.code}`,
      heading: `${instrument.shortName[lang]} · ${dimension.name[lang]}`,
      indicators: catalogue.indicators.filter(
        (one) => one.instrument === instrument.code && one.dimension === dimension.code,
      ),
    })),
  );
  return (
    <FieldGroup legend={t.indicators} help={t.indicatorsHelp(chosen.size)} error={error}>
      <div>
        {sections.map(({ key, heading, indicators }) => {
          const codes = indicators.map(({ code }) => code);
          const count = codes.filter((code) => chosen.has(code)).length;
          if (codes.length === 0) return null;
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
