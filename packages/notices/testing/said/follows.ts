import {
  addDays,
  type CalendarDate,
  calendarRuleOf,
  localDate,
  localTime,
  type NoticeState,
  noticeCalendar,
  noticeKey,
  planNotices,
  speaksOf,
} from "@avances/domain/round";
import { judgeTransition } from "@avances/domain/submission";
import type { Saying, Setting } from "./setting.ts";
import { weekdayWords } from "./words.ts";

/** Which reminder comes next: the planner is asked, day by day, for the first that it would send. */
export function aboutWhatFollows(setting: Setting): readonly Saying[] {
  const { say, step, state, today, isReporter, isReturned } = setting;
  const isTold = isReporter && speaksOf(step) !== null;
  const next = isTold ? nextByPlanner(setting) : null;
  const mayBeSent = judgeTransition("submit", isReturned ? "returned" : "draft", "country").allowed;
  const en = isReturned ? "the clarifications have not been received" : "the report has not been received";
  const es = isReturned ? "las aclaraciones no se han recibido" : "el informe no se ha recibido";
  return [
    say(
      `What follows: the next automatic reminder leaves ${next === today ? "today," : "on"} ${weekdayWords(next ?? state.dueOn, "en")}, if ${en} by then. Submitting the report stops the reminders, and you get a receipt.`,
      `Qué sigue: el próximo recordatorio automático sale ${next === today ? "hoy" : "el"} ${weekdayWords(next ?? state.dueOn, "es")}, si para entonces ${es}. Con el envío del informe se detienen los recordatorios, y usted tendrá un acuse de recibo.`,
      isTold && next !== null && mayBeSent,
      true,
    ),
    say(
      "What follows: no other automatic reminder is planned. When the report is submitted, you get a receipt.",
      "Qué sigue: no está previsto otro recordatorio automático. Cuando el informe se envíe, usted tendrá un acuse de recibo.",
      isTold && next === null && mayBeSent,
      true,
    ),
  ];
}

const known = new Map<string, CalendarDate | null>();

function nextByPlanner({ item, now, state, step, today }: Setting): CalendarDate | null {
  const { status, dueOn, returnDueOn, obligated, exempt, firstSubmittedAt, timeZone } = state;
  const isOfCalendar = calendarRuleOf(step) !== undefined;
  const key = JSON.stringify([status, dueOn, returnDueOn, obligated, exempt, firstSubmittedAt, timeZone, now, step]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const ownDays = noticeCalendar.flatMap((rule) => {
    const anchor = { opening: state.opensOn, due: dueOn, return_due: returnDueOn }[rule.anchor];
    return anchor === null ? [] : [{ rule, anchor, day: addDays(anchor, rule.offsetDays) }];
  });
  // This message stands for its own step, and for those before it that were missed.
  const over = isOfCalendar ? ownDays.filter(({ day }) => day <= today) : [];
  const handled = new Set([...item.ledger.handled, ...over.map(({ rule, anchor }) => noticeKey(rule.step, anchor))]);
  const asked: NoticeState = { ...state, ...item.going, handled, lastSentAt: isOfCalendar ? now : null };
  // A step that falls on a weekend or a holiday leaves some days later.
  const days = [...new Set(ownDays.flatMap(({ day }) => [0, 1, 2, 3, 4, 5, 6].map((later) => addDays(day, later))))];
  const next =
    [today, ...days.filter((day) => day > today).sort()].find((day) => {
      const at = day === today ? now : localTime(day, "09:00", timeZone);
      return planNotices({ now: at, countries: [{ ...asked, country: state.country }] }).some(
        ({ disposition }) => disposition === "send",
      );
    }) ?? null;
  known.set(key, next);
  return next;
}

/** Steps of the calendar whose day has passed, as the ledger of a country knows them that was written to in time. */
export function stepsBefore(
  state: Pick<NoticeState, "opensOn" | "dueOn" | "returnDueOn" | "timeZone">,
  now: Date,
  except: string,
): ReadonlySet<string> {
  const today = localDate(now, state.timeZone);
  return new Set(
    noticeCalendar.flatMap((rule) => {
      const anchor = { opening: state.opensOn, due: state.dueOn, return_due: state.returnDueOn }[rule.anchor];
      const isPast = anchor !== null && addDays(anchor, rule.offsetDays) < today;
      return isPast && rule.step !== except ? [noticeKey(rule.step, anchor)] : [];
    }),
  );
}
