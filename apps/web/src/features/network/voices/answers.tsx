import type { CompletionView, StanceView, VoiceView } from "@avances/contracts";
import { voiceWords } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import matter from "../matter.module.css";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";

interface AnswersProps {
  readonly voice: VoiceView;
  readonly nameOf: (code: string) => string;
}

/** What somebody wrote beside an answer, in the language in which it was written. */
function Words({ said }: { readonly said: Pick<StanceView, "language" | "text"> }) {
  return said.text === "" ? null : (
    <p className={matter.body} lang={said.language}>
      {said.text}
    </p>
  );
}

/** Of a recommendation: each addressee's answer, and how far it is, as it says and as others say. Of a contribution: who took note. */
export function Answers({ voice, nameOf }: AnswersProps) {
  return voice.kind === "recommendation" ? (
    <Addressees voice={voice} nameOf={nameOf} />
  ) : (
    <Took voice={voice} nameOf={nameOf} />
  );
}

function Addressees({ voice, nameOf }: AnswersProps) {
  const t = useTexts(voicesTexts).answers;
  const { stances, steps } = useTexts(voiceWords);
  const f = useFormat();
  const stanceOf = (code: string) => voice.stances.find(({ participant }) => participant === code);
  const day = (at: string) => f.shortDay(at);
  const inOrder = voice.completion.toSorted((one, other) => f.compare(nameOf(one.of), nameOf(other.of)));
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">{t.title}</h2>
      <RecordTable caption={t.caption} captionHidden heads={[t.addressee, t.stance, t.own, t.others]}>
        <tbody>
          {inOrder.map(({ of, own, others }) => {
            const stance = stanceOf(of);
            return (
              <Row key={of}>
                <th scope="row">{nameOf(of)}</th>
                <td>
                  {stance === undefined ? (
                    <span className="quiet">{voice.state === "draft" ? t.notYet : t.none}</span>
                  ) : (
                    <>
                      {t.on(stances[stance.said], day(stance.at))}
                      <span className={matter.fine}>{stance.byName}</span>
                      <Words said={stance} />
                    </>
                  )}
                </td>
                <td>
                  {own === null ? (
                    <span className="quiet">{t.silent}</span>
                  ) : (
                    <>
                      {t.on(steps[own.step], day(own.at))}
                      <span className={matter.fine}>{own.byName}</span>
                      <Words said={own} />
                    </>
                  )}
                </td>
                <td>
                  {others.length === 0 ? (
                    <span className="quiet">{t.noOther}</span>
                  ) : (
                    others.map((one) => (
                      <div key={one.by}>
                        {t.by(nameOf(one.by), steps[one.step], day(one.at))}
                        <span className={matter.fine}>{one.byName}</span>
                        <Words said={one} />
                      </div>
                    ))
                  )}
                </td>
              </Row>
            );
          })}
        </tbody>
      </RecordTable>
      <p className={styles.note}>{t.note}</p>
      <Earlier voice={voice} nameOf={nameOf} />
    </section>
  );
}

/** What each said before its last word: kept, and opened by whoever wants to read it. */
function Earlier({ voice, nameOf }: AnswersProps) {
  const t = useTexts(voicesTexts).answers;
  const { stances, steps } = useTexts(voiceWords);
  const f = useFormat();
  const isLastStance = (one: StanceView) =>
    voice.stances.some(({ participant, at }) => participant === one.participant && at === one.at);
  const last = voice.completion.flatMap(({ own, others }) => (own === null ? others : [own, ...others]));
  const isLast = (one: CompletionView) =>
    last.some(({ of, by, at }) => of === one.of && by === one.by && at === one.at);
  const earlier = [
    ...voice.said.stances
      .filter((one) => !isLastStance(one))
      .map((one) => ({
        at: one.at,
        words: t.by(nameOf(one.participant), stances[one.said], f.instant(one.at)),
        said: one,
      })),
    ...voice.said.completion
      .filter((one) => !isLast(one))
      .map((one) => ({
        at: one.at,
        words: t.of(nameOf(one.by), nameOf(one.of), steps[one.step], f.instant(one.at)),
        said: one,
      })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={t.earlier} aside={f.number(earlier.length)}>
      <ul>
        {earlier.map(({ at, words, said }) => (
          <li key={`${at} ${words}`}>
            {words}
            <Words said={said} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Took({ voice, nameOf }: AnswersProps) {
  const t = useTexts(voicesTexts).answers;
  const { stances } = useTexts(voiceWords);
  const f = useFormat();
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">{t.took}</h2>
      {voice.stances.length === 0 ? (
        <p>{t.tookNone}</p>
      ) : (
        <>
          <ul className={matter.list}>
            {voice.stances.map((one) => (
              <li key={one.participant}>
                {t.by(nameOf(one.participant), stances[one.said], f.instant(one.at))}
                <span className={matter.fine}>{one.byName}</span>
                <Words said={one} />
              </li>
            ))}
          </ul>
          <p className={styles.note}>{t.tookNote}</p>
        </>
      )}
    </section>
  );
}
