import { languageFacts } from "@avances/domain/catalogue";
import { sourceName, voiceWords } from "@avances/domain/network";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicVoices } from "#lib/published-queries.ts";
import { Disclosure } from "./disclosure.tsx";
import { FileList } from "./file-list.tsx";
import { publicWordsIn } from "./public-words.ts";
import styles from "./voices-beside.module.css";
import { besideTexts } from "./voices-beside.texts.ts";

type Voice = PublicVoices["voices"][number];
type Stance = Voice["noted"][number];

interface VoicesBesideProps {
  readonly data: PublicVoices;
  /** On the page of a country: of a recommendation that is put to several, its answers alone. */
  readonly country?: string;
}

/**
 * Two voices beside figures: what somebody says in its own name, and what States answer in theirs. Nothing stands here where nothing is said, and nothing is
 * counted. Below it the documents about the same.
 */
export function VoicesBeside({ data, country }: VoicesBesideProps) {
  const lang = useLanguage();
  const names = new Map(data.participants.map(({ code, name }) => [code, name[lang]]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return (
    <>
      {data.voices.length === 0 ? null : <Voices data={data} country={country} nameOf={nameOf} />}
      {data.documents.length === 0 ? null : <Documents documents={data.documents} />}
    </>
  );
}

function Voices({
  data,
  country,
  nameOf,
}: Pick<VoicesBesideProps, "data"> & Pick<PartProps, "nameOf"> & { readonly country: string | undefined }) {
  const t = useTexts(besideTexts);
  return (
    <section className="section stack" aria-labelledby="voices">
      <div className="stack-s">
        <h2 id="voices">{t.title}</h2>
        <p className="small quiet">{t.note}</p>
      </div>
      <ul className={styles.voices}>
        {data.voices.map((voice) => (
          <li key={voice.id}>
            <Said voice={voice} nameOf={nameOf} />
            <Answered voice={voice} nameOf={nameOf} country={country} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Documents of the Network that are about it: their titles lead to the page of all. */
function Documents({ documents }: { readonly documents: PublicVoices["documents"] }) {
  const t = useTexts(besideTexts).documents;
  const lang = useLanguage();
  const f = useFormat();
  return (
    <section className="section stack" aria-labelledby="documents">
      <h2 id="documents">{t.title}</h2>
      <ul>
        {documents.map(({ id, words, filedOn }) => {
          const { subject, language } = publicWordsIn(words, lang);
          return (
            <li key={id}>
              <Link to="/$lang/documents" params={{ lang }} hash={`document-${id}`} lang={language}>
                {subject}
              </Link>{" "}
              <span className="small quiet">{f.date(filedOn)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface PartProps {
  readonly voice: Voice;
  readonly nameOf: (code: string) => string;
}

/** Longer words are opened by whoever wants to read them. */
const longest = 480;

function Said({ voice, nameOf }: PartProps) {
  const t = useTexts(besideTexts);
  const { sourceKinds } = useTexts(voiceWords);
  const lang = useLanguage();
  const f = useFormat();
  const { words, source, contributionKind } = voice;
  const shown = publicWordsIn(words, lang);
  const author = nameOf(voice.author);
  const body = (
    <p className={styles.body} lang={shown.language}>
      {shown.body}
    </p>
  );
  return (
    <div>
      <p className={styles.side}>{t.by(author)}</p>
      <p className={styles.kind}>
        {contributionKind === null
          ? t.recommendation(source === null ? "" : sourceKinds[source.kind])
          : t.kinds[contributionKind]}
      </p>
      <h3 className={styles.title} lang={shown.language}>
        {shown.subject}
      </h3>
      {shown.state === "original" ? null : (
        <p className="small quiet">{t.translations[shown.state](languageFacts[words.language].called[lang])}</p>
      )}
      {shown.body === "" ? null : shown.body.length > longest ? <Disclosure summary={t.read}>{body}</Disclosure> : body}
      <FileList files={voice.files} from="/public" />
      {voice.addressees.length === 0 ? null : (
        <p className="small">
          {t.put(f.list(voice.addressees.map(({ participant }) => nameOf(participant)).sort(f.compare)))}
        </p>
      )}
      {source === null || source.name === "" ? null : <p className="small">{t.document(source.name)}</p>}
      <p className={styles.signed}>{t.signed(author, f.date(voice.filedOn))}</p>
      {voice.publicSource === null ? null : (
        <p className="small quiet">{t.source(sourceName(voice.publicSource, lang))}</p>
      )}
      {voice.invented ? <p className="small quiet">{t.invented}</p> : null}
    </div>
  );
}

/** What those concerned answer, each signed: how they take it, how far it is as they say and as others say, and their replies. */
function Answered({ voice, nameOf, country }: PartProps & { readonly country: string | undefined }) {
  const t = useTexts(besideTexts);
  const { stances, steps } = useTexts(voiceWords);
  const f = useFormat();
  const concerned = voice.addressees
    .filter(({ participant }) => country === undefined || participant === country)
    .toSorted((one, other) => f.compare(nameOf(one.participant), nameOf(other.participant)));
  const isSilent = voice.addressees.length === 0 && voice.noted.length === 0 && voice.replies.length === 0;
  return (
    <div>
      <p className={styles.side}>{t.states}</p>
      {isSilent ? <p className="small quiet">{t.noState}</p> : null}
      {concerned.map(({ participant, stance, own, others }) => (
        <div key={participant} className={styles.answer}>
          <h4 className={styles.who}>{nameOf(participant)}</h4>
          {stance === null ? (
            <p className="small quiet">{t.unanswered}</p>
          ) : (
            <Signed said={stance} what={stances[stance.said]} />
          )}
          <dl className={styles.facts}>
            <dt>{t.own}</dt>
            <dd>
              {own === null ? <span className="quiet">{t.silent}</span> : <Signed said={own} what={steps[own.step]} />}
            </dd>
            {others.map((one) => (
              <div key={one.by}>
                <dt>{t.others(nameOf(one.by))}</dt>
                <dd>
                  <Signed said={one} what={steps[one.step]} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {voice.noted.length === 0 ? null : (
        <div className={styles.answer}>
          <h4 className={styles.who}>{t.took}</h4>
          {voice.noted.map((one: Stance) => (
            <Signed key={one.participant} said={one} what={nameOf(one.participant)} />
          ))}
          <p className="small quiet">{t.tookNote}</p>
        </div>
      )}
      {voice.replies.map((reply) => (
        <div key={reply.id} className={styles.answer}>
          <h4 className={styles.who}>
            {t.replies}: {t.signed(nameOf(reply.participant), f.date(reply.on))}
          </h4>
          {reply.said === "no_comment" ? <p>{t.noComment}</p> : <Written said={reply} />}
          <FileList files={reply.files} from="/public" />
        </div>
      ))}
    </div>
  );
}

/** What somebody said, when, and the own words beside it. */
function Signed({ said, what }: { readonly said: Pick<Stance, "language" | "text" | "on">; readonly what: string }) {
  const t = useTexts(besideTexts);
  const f = useFormat();
  return (
    <>
      <p className={styles.what}>{t.signed(what, f.date(said.on))}</p>
      {said.text === "" ? null : <Written said={said} />}
    </>
  );
}

/** Words that nobody translates: in the language in which they were written, which is said where it is another. */
function Written({ said }: { readonly said: Pick<Stance, "language" | "text"> }) {
  const t = useTexts(besideTexts);
  const lang = useLanguage();
  return (
    <>
      <p className={styles.body} lang={said.language}>
        {said.text}
      </p>
      {said.language === lang ? null : (
        <p className="small quiet">{t.written(languageFacts[said.language].called[lang])}</p>
      )}
    </>
  );
}
