import { languageLabel } from "@avances/domain/catalogue";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { useKindWords } from "#ui/kind-words.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { onlyCountry } from "../only-country.ts";
import { DispatchForm, WithdrawLetterForm } from "./letter-acts.tsx";
import { LetterForm } from "./letter-form.tsx";
import styles from "./letters.module.css";
import { lettersTexts } from "./letters.texts.ts";
import { type Letter, lettersQuery, useLetterFile } from "./letters-queries.ts";

/** The letters of a round: to write, download, note as dispatched, withdraw. */
export function LettersTab({ year }: { readonly year: string }) {
  const t = useTexts(lettersTexts);
  const { countries } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const proposed = onlyCountry(countries);
  const { data, error } = useQuery(lettersQuery(Number(year)));
  const [isWriting, setWriting] = useState(proposed !== undefined);
  const [written, setWritten] = useState<string | null>(null);
  const [act, setAct] = useState<{ readonly what: "dispatch" | "withdraw"; readonly letter: Letter } | null>(null);
  const close = () => setAct(null);
  return (
    <section className="section" aria-labelledby="letters">
      <h2 id="letters" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data === undefined ? null : (
        <>
          {written === null ? null : <Callout tone="done">{t.form.done(written)}</Callout>}
          {isWriting && data.countries.length > 0 ? (
            <LetterForm
              year={year}
              countries={data.countries}
              proposed={proposed}
              onBack={() => setWriting(false)}
              onDone={({ code }) => {
                announce(t.form.done(code));
                setWritten(code);
                setWriting(false);
              }}
            />
          ) : data.countries.length === 0 ? (
            <p>{t.nobody}</p>
          ) : (
            <p className={styles.write}>
              <Button
                variant="primary"
                onClick={() => {
                  setWritten(null);
                  setWriting(true);
                }}
              >
                {t.write}
              </Button>
            </p>
          )}
          {data.letters.length === 0 ? (
            <p className="quiet">{t.none}</p>
          ) : (
            <LetterList letters={data.letters} onAct={(what, letter) => setAct({ what, letter })} />
          )}
          <Dialog
            open={act !== null}
            onClose={close}
            title={
              act === null
                ? ""
                : act.what === "dispatch"
                  ? t.dispatching.title(act.letter.code)
                  : t.withdrawing.title(act.letter.code)
            }
          >
            {act === null ? null : act.what === "dispatch" ? (
              <DispatchForm letter={act.letter} onDone={close} />
            ) : (
              <WithdrawLetterForm year={year} letter={act.letter} onDone={close} />
            )}
          </Dialog>
        </>
      )}
    </section>
  );
}

interface LetterListProps {
  readonly letters: readonly Letter[];
  readonly onAct: (what: "dispatch" | "withdraw", letter: Letter) => void;
}

function LetterList({ letters, onAct }: LetterListProps) {
  const t = useTexts(lettersTexts);
  const lang = useLanguage();
  const f = useFormat();
  const kindWords = useKindWords();
  const { data: list } = useSuspenseQuery(countriesQuery);
  const file = useLetterFile();
  const nameOf = (code: string) => list.countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  return (
    <>
      <ProblemNote error={file.error} />
      <RecordTable
        caption={t.table}
        dense
        heads={[
          t.columns.code,
          t.columns.country,
          t.columns.addressee,
          t.columns.text,
          t.columns.state,
          t.columns.acts,
        ]}
      >
        <tbody>
          {letters.map((letter) => {
            const { code, country, addressee, kind, language, datedOn, byName, dispatched, withdrawn } = letter;
            const isFree = dispatched === null && withdrawn === null;
            return (
              <Row key={code}>
                <th scope="row" className={styles.code}>
                  {code}
                </th>
                <td>{nameOf(country)}</td>
                <td>{[addressee.name, addressee.title, addressee.institution].filter(Boolean).join(", ")}</td>
                <td>
                  {kindWords(kind)}, {languageLabel(language, lang)}
                  <span className={styles.fine}>{t.written(byName, f.date(datedOn))}</span>
                </td>
                <td>
                  {withdrawn !== null
                    ? t.withdrawn(f.instant(withdrawn.at), withdrawn.byName, withdrawn.reason)
                    : dispatched === null
                      ? t.notDispatched
                      : t.dispatched(f.date(dispatched.on), dispatched.notedByName)}
                </td>
                <td>
                  <div className={styles.acts}>
                    <Button
                      size="small"
                      aria-label={t.pdfOf(code)}
                      busy={file.isPending && file.variables === code}
                      onClick={() => file.mutate(code)}
                    >
                      {t.pdf}
                    </Button>
                    {isFree ? (
                      <>
                        <Button
                          size="small"
                          aria-label={t.of(t.dispatch, code)}
                          onClick={() => onAct("dispatch", letter)}
                        >
                          {t.dispatch}
                        </Button>
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={t.of(t.withdraw, code)}
                          onClick={() => onAct("withdraw", letter)}
                        >
                          {t.withdraw}
                        </Button>
                      </>
                    ) : null}
                  </div>
                </td>
              </Row>
            );
          })}
        </tbody>
      </RecordTable>
    </>
  );
}
