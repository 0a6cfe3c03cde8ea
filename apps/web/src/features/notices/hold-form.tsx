import type { BodyInputOf, holdReminders, liftHold, listHolds, ResponseOf } from "@avances/contracts";
import { isCalendarDate, isWithin, rangeOfRound } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { showReply } from "#lib/show-reply.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import { holdsTexts } from "./holds.texts.ts";
import styles from "./notices.module.css";

export type Holds = ResponseOf<typeof listHolds>;
export type Hold = Holds["holds"][number];

const list = operation<typeof listHolds>("GET", "/rounds/:year/holds");
const hold = operation<typeof holdReminders>("POST", "/rounds/:year/holds", { idempotent: true });
const lift = operation<typeof liftHold>("POST", "/rounds/:year/holds/:holdId/lift", { idempotent: true });

export const holdsQuery = (year: number) =>
  queryOptions({
    queryKey: ["holds", year],
    queryFn: ({ signal }) => call(list, { params: { year }, signal }),
  });

interface Request {
  /** Reminders to hold, or the hold to lift. */
  readonly what: BodyInputOf<typeof holdReminders> | { readonly holdId: string; readonly reason: string };
  readonly idempotencyKey: string;
}

function useHoldAct(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, idempotencyKey }: Request) =>
      "holdId" in what
        ? call(lift, { params: { year, holdId: what.holdId }, body: { reason: what.reason }, idempotencyKey })
        : call(hold, { params: { year }, body: what, idempotencyKey }),
    onSuccess: (holds) => showReply(client, holdsQuery(year).queryKey, holds),
    // Also after a refusal: the page then shows what caused it.
    onSettled: () =>
      Promise.all(
        [["holds"], ["simulation"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

/** What a form about the whole round keeps in the place of a country. */
const wholeRound = "ALL";

const empty = { whom: "", lastDay: "", reason: "" };
const isWritten = isShape({ whom: isText, lastDay: isText, reason: isText });

interface HoldFormProps {
  readonly year: string;
  readonly holds: Holds;
  /** Null = new; a hold = it is lifted. */
  readonly lifts: Hold | null;
  /** Whom to propose; empty = nobody. */
  readonly proposed: string;
  readonly countries: readonly { readonly alpha3: string; readonly name: string }[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Holds the reminders of a country or of the round until the end of a day, or lifts what is held; always with a reason. */
export function HoldForm({ year, holds, lifts, proposed, countries, onBack, onDone }: HoldFormProps) {
  const { form: t, whole } = useTexts(holdsTexts);
  const f = useFormat();
  const form = useKeptForm({
    form: "hold",
    of: [year, lifts === null ? `new${proposed}` : lifts.id],
    empty: { ...empty, whom: proposed },
    guard: isWritten,
    isEmpty: ({ lastDay, reason }) => lastDay === "" && reason === "",
  });
  const act = useHoldAct(Number(year));
  const { isTried, attempt } = useSending(form, act);
  const { whom, lastDay, reason } = form.value;
  const country = whom === wholeRound ? null : whom;
  const range =
    country === null ? rangeOfRound(holds.ranges) : (holds.ranges.find((one) => one.country === country) ?? null);
  const present = holds.holds.find((one) => one.counts && one.country === country);
  const isDayGood = range !== null && isCalendarDate(lastDay) && isWithin(lastDay, range);
  const inRange = range && t.range(f.date(range.earliest), f.date(range.latest));
  const whomFault = whom === "" ? t.noCountry : range === null ? t.over : undefined;
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (lifts !== null) {
          attempt(isActReason(reason) ? { what: { holdId: lifts.id, reason } } : null, onDone);
          return;
        }
        const isSound = whomFault === undefined && isDayGood && isActReason(reason);
        attempt(isSound ? { what: { country, lastDay, reason } } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      {lifts === null ? (
        <>
          <Select
            label={t.whom}
            value={whom}
            error={isTried ? whomFault : undefined}
            onChange={(event) => form.change({ whom: event.target.value })}
          >
            <option value="">{t.choose}</option>
            <option value={wholeRound}>{whole}</option>
            {countries.map(({ alpha3, name }) => (
              <option key={alpha3} value={alpha3}>
                {name}
              </option>
            ))}
          </Select>
          <TextInput
            type="date"
            width="medium"
            label={t.until}
            help={present === undefined ? undefined : t.replaces(f.date(present.lastDay))}
            min={range?.earliest}
            max={range?.latest}
            value={lastDay}
            error={isTried && whomFault === undefined && !isDayGood ? (inRange ?? undefined) : undefined}
            onChange={(event) => form.change({ lastDay: event.target.value })}
          />
        </>
      ) : (
        <p>{t.liftText}</p>
      )}
      <ReasonField
        label={t.reason}
        help={lifts === null ? t.reasonHelp : undefined}
        value={reason}
        tooShort={t.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      <ProblemNote
        error={act.error}
        words={{ "transition-refused": t.gone, "hold-refused": refusalOf(act.error, t, f) }}
      />
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {lifts === null ? t.hold : t.lift}
        </Button>
      </div>
    </form>
  );
}

/** The server's refusal in words: the day has passed there meanwhile, or the calendar is over. */
function refusalOf(error: unknown, t: (typeof holdsTexts)["en"]["form"], f: ReturnType<typeof useFormat>): string {
  const details = error instanceof ApiProblem ? error.problem?.details : undefined;
  const { earliest, latest } = details ?? {};
  return typeof earliest === "string" && typeof latest === "string"
    ? t.range(f.date(earliest), f.date(latest))
    : t.over;
}
