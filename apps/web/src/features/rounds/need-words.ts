import { daysBetween, localDate } from "@avances/domain/round";
import type { Language } from "#i18n/language.ts";
import type { Formats } from "#lib/format.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { roleTexts } from "#ui/role.texts.ts";
import { monitorTexts } from "./monitor.texts.ts";
import type { Need } from "./needs-attention.ts";

/** The reason why a country stands under "needs you now", as a sentence. Days are counted in the country's calendar. */
export function needWords(need: Need, now: Date, timeZone: string, language: Language, f: Formats): string {
  const t = monitorTexts[language].need;
  switch (need.kind) {
    case "not_delivered":
      return t.not_delivered(need.name, f.shortDate(need.on));
    case "nobody":
    case "unused_invitation":
    case "expired_invitation":
    case "second_person":
      return t[need.kind];
    case "role_missing":
      return t.role_missing(roleTexts[language].inList[need.role], noticeTexts[language].step[need.step]);
    case "to_confirm":
      return t.to_confirm(noticeTexts[language].step[need.step], f.shortDate(need.since));
    case "late":
      return t.late(f.days(need.days));
    case "question":
    case "review": {
      const days = daysBetween(need.since, localDate(now, timeZone));
      return days <= 0 ? t.today[need.kind] : t[need.kind](f.shortDate(need.since), f.days(days));
    }
    case "publish":
    case "answer_late":
      return t[need.kind](f.shortDate(need.since));
  }
}
