import type { GuidelineStatementView, GuidelinesView, MeetingSummary } from "@avances/contracts";
import { type GuidelineAnswer, guidelineAnswers, replyDays } from "@avances/domain/network";
import { isCalendarDate } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useLocation } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { guidelinesQuery } from "#lib/guideline-queries.ts";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { isNullOr, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { NumberField, RadioGroup, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "../matter.module.css";
import {
  type FieldsOfKind,
  isTypedMatter,
  MatterForm,
  MeetingChoice,
  type TypedMatter,
  typedMatter,
} from "../matter-form.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { statementActs, statementQuery, stepName } from "./guideline-queries.ts";
import { guidelinesTexts } from "./guidelines.texts.ts";

interface Typed extends TypedMatter {
  readonly said: GuidelineAnswer | null;
  /** "" = none is chosen. */
  readonly asOf: string;
  readonly days: string;
}
const isTyped = isShape<Typed>({
  ...{ ...isTypedMatter, said: isNullOr(isOneOf(guidelineAnswers)), asOf: isText, days: isText },
});

/** Where a side says how a country carries out one step, chosen in the table. For everybody else there is no such page. */
export function StatementFormPage({ params: { matterId } }: Pick<RoomAt, "params">) {
  const t = useTexts(guidelinesTexts);
  const p = useTexts(putTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const asked = useLocation({ select: ({ search }) => search as Readonly<Record<string, unknown>> });
  const isNew = matterId === undefined;
  const statement = useQuery({ ...statementQuery(matterId ?? ""), enabled: !isNew });
  const guidelines = useQuery(guidelinesQuery);
  const participants = useQuery(participantsQuery);
  const meetings = useQuery(meetingsQuery);
  const { data } = statement;
  const fault = statement.error ?? guidelines.error ?? participants.error ?? meetings.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  // What was filed stays as it was.
  if (data !== undefined && (!data.mayWrite || data.state !== "draft")) throw notFound();
  const country = isNew ? String(asked.country ?? "") : (data?.country ?? "");
  const step = isNew ? String(asked.step ?? "") : (data?.step ?? "");
  const isThere =
    guidelines.data !== undefined &&
    participants.data !== undefined &&
    meetings.data !== undefined &&
    (isNew || data !== undefined);
  const set = guidelines.data?.sets.at(-1);
  if (isNew && isThere) {
    const maySay = guidelines.data.states.includes(country) && set?.steps.some(({ code }) => code === step);
    if (maySay !== true) throw notFound();
  }
  const name = namesOf(participants.data?.participants ?? [], lang)(country);
  const title = isNew ? t.form.newTitle(name, stepName(guidelines.data?.sets ?? [], step, lang)) : p.edit;
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={isNew ? undefined : t.statement.eyebrow(name, stepName(guidelines.data?.sets ?? [], step, lang))}
        title={isThere ? title : t.title}
        lead={<p>{t.form.lead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: "guidelines" }}>
            {t.title}
          </Link>,
        ]}
      />
      {isThere ? (
        <Form
          statement={data ?? null}
          isView={person?.country !== country}
          of={{ country, step }}
          meetings={meetings.data?.meetings ?? []}
          empty={{
            ...typedMatter(data ?? null, { language: lang, meetingId: "", visibility: data?.visibility ?? "network" }),
            ...{ said: data?.said ?? null, asOf: data?.asOf ?? "" },
            days: String(data?.replyDays ?? replyDays.usual),
          }}
        />
      ) : (
        <Skeleton shape="table" rows={6} />
      )}
    </>
  );
}

interface FormProps {
  readonly statement: GuidelineStatementView | null;
  readonly isView: boolean;
  readonly meetings: readonly MeetingSummary[];
  readonly of: Pick<GuidelinesView["statements"][number], "country" | "step">;
  readonly empty: Typed;
}

const daysOf = ({ days }: Typed) => (/^\d{1,3}$/.test(days.trim()) ? Number(days.trim()) : Number.NaN);
const areDaysSound = (typed: Typed) => daysOf(typed) >= replyDays.least && daysOf(typed) <= replyDays.most;

/** Whether it is so, since which day, the evidence in both languages, and, of a view, how long the country has. */
function Form({ statement, isView, meetings, of, empty }: FormProps) {
  const t = useTexts(guidelinesTexts);
  return (
    <MatterForm
      matter={statement}
      kind={statementActs}
      says={{
        ...{ faults: t.faults, subject: t.form.subject, body: t.form.body, bodyHelp: t.form.bodyHelp },
        ...(isView && { visibilityHelp: t.form.viewHelp }),
      }}
      room="guidelines"
      // What is being written of one step in one country is not what is written of another.
      keptOf={statement === null ? [of.country, of.step] : []}
      empty={empty}
      guard={isTyped}
      isSound={(typed) => typed.said !== null && isCalendarDate(typed.asOf) && (!isView || areDaysSound(typed))}
      written={(typed) => ({
        ...{ ...of, said: typed.said ?? "not_known", asOf: typed.asOf },
        replyDays: isView ? daysOf(typed) : null,
      })}
      fields={(given) => <Fields {...given} isView={isView} meetings={meetings} />}
    />
  );
}

function Fields({
  typed,
  isTried,
  onChange,
  isView,
  meetings,
}: FieldsOfKind<Typed> & Pick<FormProps, "isView" | "meetings">) {
  const { form: t, answers } = useTexts(guidelinesTexts);
  return (
    <>
      <RadioGroup
        name="answer"
        label={t.said}
        choices={guidelineAnswers.map((value) => ({ value, label: answers[value] }))}
        value={typed.said}
        error={isTried && typed.said === null ? t.saidMissing : undefined}
        onChange={(said) => onChange({ said })}
      />
      <div className={styles.facts}>
        <TextInput
          type="date"
          label={t.asOf}
          help={t.asOfHelp}
          value={typed.asOf}
          error={isTried && !isCalendarDate(typed.asOf) ? t.asOfMissing : undefined}
          onChange={({ target }) => onChange({ asOf: target.value })}
        />
        {isView ? (
          <NumberField
            label={t.days}
            help={t.daysHelp}
            value={typed.days}
            error={isTried && !areDaysSound(typed) ? t.daysWrong : undefined}
            onChange={({ target }) => onChange({ days: target.value })}
          />
        ) : null}
        <MeetingChoice meetings={meetings} value={typed.meetingId} onChange={(meetingId) => onChange({ meetingId })} />
      </div>
    </>
  );
}
