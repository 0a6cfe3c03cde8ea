import type { ReportView } from "@avances/contracts";
import { byLanguage } from "@avances/domain/catalogue";
import { numbered, otherLanguage, pointLead, pointName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import type { Language } from "#i18n/language.ts";
import { namesOf } from "#lib/meeting-queries.ts";

/** What the form for a commitment begins with where it is made from a point of a report: its number and its sentence, in each language in which it is written. */
export function wordsOfPoint(
  report: ReportView,
  pointId: string,
  participants: readonly Participant[],
  language: Language,
) {
  const point = numbered(report.content.points).find(({ id }) => id === pointId);
  if (point === undefined) return null;
  const { verb, speaker, words } = point;
  const sentence = byLanguage((one) => {
    if (words[one].trim() === "") return "";
    const name = speaker === null ? null : namesOf(participants, one)(speaker);
    const lead = pointLead({ verb, speaker: name, body: report.content.meeting.body }, one);
    return [lead?.who ?? "", lead?.does ?? "", words[one]].filter((part) => part !== "").join(" ");
  });
  const other = otherLanguage(language);
  const [own, translated] = [inPlace(sentence[language]), inPlace(sentence[other])];
  return {
    point: pointName(point),
    ...own,
    otherSubject: translated.subject,
    otherBody: translated.body,
  };
}

/** A sentence that is too long for a title is the text. */
const inPlace = (sentence: string) =>
  sentence.length <= textLimits.matterSubject ? { subject: sentence, body: "" } : { subject: "", body: sentence };
