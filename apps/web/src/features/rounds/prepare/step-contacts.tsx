import { gapKey, gapsOf, type NoticeAudience } from "@avances/domain/round";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Checkbox, FieldError } from "#ui/field.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { type Facts, factsOf } from "./preparation-queries.ts";
import styles from "./prepare.module.css";
import { prepareTexts } from "./prepare.texts.ts";
import { errorOf, type StepProps } from "./step-props.ts";

const ofCountry = [
  "focal_point",
  "alternate",
  "approver",
  "liaison_officer",
  "national_focal_point",
] as const satisfies readonly NoticeAudience[];

/** Everybody who would be written to, by country and capacity; what is missing, and the gaps with which the round is opened all the same. */
export function StepContacts(props: StepProps) {
  const { preparing, nameOf, countries } = props;
  const t = useTexts(prepareTexts);
  const steps = useTexts(noticeTexts).step;
  const lang = useLanguage();
  const f = useFormat();
  const { plan, view, change } = preparing;
  const isAsked = (code: string) => plan.obligatedCountries.includes(code);
  const gaps = gapsOf(plan, factsOf(view.facts));
  const rowsOf = (asked: boolean) =>
    countries.flatMap(({ alpha3 }) =>
      view.facts.countries.filter(({ country }) => country === alpha3 && isAsked(alpha3) === asked),
    );
  const voluntary = rowsOf(false);
  return (
    <div className="stack">
      <People caption={t.contacts.obligated} rows={rowsOf(true)} nameOf={nameOf} />
      {errorOf(props, "no-contact") === undefined ? null : <FieldError>{errorOf(props, "no-contact")}</FieldError>}
      {errorOf(props, "no-signer") === undefined ? null : <FieldError>{errorOf(props, "no-signer")}</FieldError>}
      {gaps.map(({ audience, countries: without, steps: needed, isRegional }) => {
        const keys = isRegional ? [gapKey(audience, null)] : without.map((country) => gapKey(audience, country));
        const isKnown = keys.every((key) => plan.knownGaps.includes(key));
        const names = isRegional ? null : f.list(without.map(nameOf));
        const reason = { why: "no-holder" as const, audience, steps: needed, countries: without };
        return (
          <Checkbox
            key={audience}
            label={t.contacts.know(t.audience[audience])}
            help={
              isKnown
                ? `${t.contacts.known(names, f.list(needed.map((step) => steps[step])))} ${t.contacts.knownHelp}`
                : t.contacts.knownHelp
            }
            error={isKnown ? undefined : props.words(reason)}
            checked={isKnown}
            onChange={(event) => {
              const others = plan.knownGaps.filter((key) => !keys.includes(key));
              change({ knownGaps: event.target.checked ? [...others, ...keys] : others });
            }}
          />
        );
      })}
      <section className="stack-s">
        <h3>{t.contacts.region}</h3>
        {view.facts.region.length === 0 ? <p className="quiet">{t.contacts.nobody}</p> : null}
        <ul className="flow">
          {view.facts.region.map((person) => (
            <li key={person.name}>
              {person.name} <span className="quiet small">{t.audience[person.audience]}</span>
            </li>
          ))}
        </ul>
      </section>
      {voluntary.length === 0 ? null : (
        <>
          <People caption={t.contacts.voluntary} rows={voluntary} nameOf={nameOf} />
          <p className="quiet small">{t.contacts.voluntaryText}</p>
        </>
      )}
      <p>
        <Link to="/$lang/people" params={{ lang }}>
          {t.contacts.people}
        </Link>
      </p>
    </div>
  );
}

interface PeopleProps {
  readonly caption: string;
  readonly rows: Facts["countries"];
  readonly nameOf: (country: string) => string;
}

function People({ caption, rows, nameOf }: PeopleProps) {
  const t = useTexts(prepareTexts);
  const f = useFormat();
  return (
    <RecordTable
      caption={caption}
      dense
      className={styles.people}
      heads={[t.contacts.country, ...ofCountry.map((audience) => capital(t.audience[audience]))]}
    >
      <tbody>
        {rows.map(({ country, people, waiting }) => (
          <Row key={country}>
            <th scope="row">
              {nameOf(country)}
              {waiting > 0 ? <span className={styles.waiting}>{t.contacts.waiting(waiting)}</span> : null}
            </th>
            {ofCountry.map((audience) => {
              const own = people.filter((person) => person.audience === audience);
              return (
                <td key={audience}>
                  {own.length === 0 ? <span className="quiet">{t.contacts.nobody}</span> : null}
                  {own.map((person) => (
                    <span key={person.name} className={styles.person}>
                      {person.name}
                      <span className="quiet small">
                        {person.signedInAt === null ? t.contacts.never : t.contacts.seen(f.shortDay(person.signedInAt))}
                      </span>
                    </span>
                  ))}
                </td>
              );
            })}
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
