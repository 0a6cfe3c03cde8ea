import type { BodyInputOf, enterCountryDays, withdrawCountryDays } from "@avances/contracts";
import { daysOf, quietFault } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { type CountryDays, countryDaysQuery } from "#lib/country-days.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { showReply } from "#lib/show-reply.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import { daysOffTexts } from "./days-off.texts.ts";
import styles from "./notices.module.css";

const enter = operation<typeof enterCountryDays>("POST", "/countries/:country/days-off", { idempotent: true });
const withdraw = operation<typeof withdrawCountryDays>("POST", "/countries/:country/days-off/:periodId/withdraw", {
  idempotent: true,
});

/** What is done: days are entered, a listed holiday turns out to be worked on, or what was entered is withdrawn. */
export type DaysAct =
  | { readonly kind: "enter" }
  | { readonly kind: "works"; readonly day: string; readonly name: string }
  | { readonly kind: "withdraw"; readonly periodId: string; readonly days: string };

type Body = BodyInputOf<typeof enterCountryDays>;
interface Request {
  /** Days to enter, or the entered days to withdraw. */
  readonly what: Body | { readonly periodId: string; readonly reason: string };
  readonly idempotencyKey: string;
}

function useDaysAct(country: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, idempotencyKey }: Request) =>
      "periodId" in what
        ? call(withdraw, {
            params: { country, periodId: what.periodId },
            body: { reason: what.reason },
            idempotencyKey,
          })
        : call(enter, { params: { country }, body: what, idempotencyKey }),
    onSuccess: (days) => showReply(client, countryDaysQuery(country).queryKey, days),
    // Also after a refusal: the page then shows what caused it.
    onSettled: () =>
      Promise.all(
        [["days-off"], ["simulation"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

const empty = { kind: "quiet", firstDay: "", lastDay: "", reason: "" } as const;
type Written = { kind: "quiet" | "holiday"; firstDay: string; lastDay: string; reason: string };
const isWritten = isShape<Written>({
  kind: isOneOf(["quiet", "holiday"]),
  firstDay: isText,
  lastDay: isText,
  reason: isText,
});

interface DaysFormProps {
  /** The round whose page this is. */
  readonly year: string;
  readonly days: CountryDays;
  readonly act: DaysAct;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Enters or withdraws days of a country, always with a reason. The same rule judges the days here and on the server. */
export function DaysForm({ year, days, act, onBack, onDone }: DaysFormProps) {
  const t = useTexts(daysOffTexts).form;
  const { country, today, holidays, periods } = days;
  const isEnter = act.kind === "enter";
  const form = useKeptForm<Written>({
    form: "days",
    of: [year, country, act.kind === "works" ? act.day : act.kind === "withdraw" ? act.periodId : act.kind],
    empty,
    guard: isWritten,
  });
  const sending = useDaysAct(country);
  const { isTried, attempt } = useSending(form, sending);
  const { kind, firstDay, lastDay, reason } = form.value;
  const entered = periods.filter((one) => one.kind === "holiday" && one.withdrawn === null);
  const known = new Set([...holidays.filter((one) => one.kept).map(({ day }) => day), ...entered.flatMap(daysOf)]);
  const present = quietFault({ kind, firstDay, lastDay }, today, known);
  const refused = refusalOf(sending.error);
  const fault = isEnter && isTried ? (present ?? refused) : null;
  const wordsOf = (field: "firstDay" | "lastDay") => (fault?.field === field ? t.fault[fault.why] : undefined);
  const wanted = (): Request["what"] => {
    if (act.kind === "withdraw") return { periodId: act.periodId, reason };
    if (act.kind === "works") return { kind: "works", firstDay: act.day, lastDay: act.day, reason };
    return { kind, firstDay, lastDay, reason };
  };
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isSound = (!isEnter || present === null) && isActReason(reason);
        attempt(isSound ? { what: wanted() } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      {act.kind === "works" ? <p>{t.worksText(act.name)}</p> : null}
      {act.kind === "withdraw" ? <p>{t.withdrawText(act.days)}</p> : null}
      {isEnter ? (
        <>
          <RadioGroup
            label={t.kind}
            name="kind-of-days"
            choices={[
              { value: "quiet", label: t.quiet },
              { value: "holiday", label: t.holiday },
            ]}
            value={kind}
            onChange={(value) => form.change({ kind: value === "holiday" ? "holiday" : "quiet" })}
          />
          <TextInput
            type="date"
            width="medium"
            label={t.first}
            min={today}
            value={firstDay}
            error={wordsOf("firstDay")}
            onChange={(event) =>
              form.change({
                firstDay: event.target.value,
                ...((lastDay === "" || lastDay === firstDay) && { lastDay: event.target.value }),
              })
            }
          />
          <TextInput
            type="date"
            width="medium"
            label={t.last}
            help={t.lastHelp}
            min={firstDay === "" ? today : firstDay}
            value={lastDay}
            error={wordsOf("lastDay")}
            onChange={(event) => form.change({ lastDay: event.target.value })}
          />
        </>
      ) : null}
      <ReasonField
        label={t.reason}
        help={t.reasonHelp}
        value={reason}
        tooShort={t.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      {isEnter && refused !== null ? null : (
        <ProblemNote
          error={sending.error}
          words={{ "transition-refused": t.gone, ...(refused && { "days-refused": t.fault[refused.why] }) }}
        />
      )}
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={sending.isPending}>
          {t[act.kind]}
        </Button>
      </div>
    </form>
  );
}

type Fault = NonNullable<ReturnType<typeof quietFault>>;

/** What the server found wrong with the days; null when it was something else. */
function refusalOf(error: unknown): Fault | null {
  if (!(error instanceof ApiProblem) || error.code !== "days-refused") return null;
  return (error.problem?.details as Fault | undefined) ?? null;
}
