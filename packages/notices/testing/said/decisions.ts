import { scopeOf } from "@avances/domain/access";
import { endsRound, localDate, type NoticeState, noticeCalendar, stillDue } from "@avances/domain/round";
import { judgeTransition, submissionStatuses, transitionNames } from "@avances/domain/submission";
import type { Saying, Setting } from "./setting.ts";
import { afterFiveWorkingDays, clockOf } from "./words.ts";

/** What was decided or received: exemption, end of a round, receipt, acceptance, publication. */
export function aboutDecisions(setting: Setting): readonly Saying[] {
  const { say, state, step, item, reader, now, country, round, report, date, isOpen } = setting;
  const { event } = item;
  const happenedAt = event?.at ?? now;
  const publicFrom = date(afterFiveWorkingDays(localDate(happenedAt, state.timeZone)));
  return [
    ...aboutReceipt(setting),
    say(
      `The Technical Secretariat has recorded that ${country} is no longer exempt from reporting for this round.`,
      `La Secretaría Técnica ha registrado que la exención de ${country} en esta ronda ya no rige.`,
      step === "expected_again" && !state.exempt,
      step === "expected_again",
    ),
    say(
      `The Technical Secretariat has recorded that no report is expected of ${country} for ${round}.`,
      `La Secretaría Técnica ha registrado que no se espera ningún informe de ${country} para ${round}.`,
      state.exempt,
    ),
    say(
      "No further reminder of the due date of this round is sent to your country.",
      "No se envían a su país más recordatorios de la fecha límite de esta ronda.",
      // Nor when it starts voluntarily, sends its report or withdraws it: the planner is asked.
      submissionStatuses.every((status) => isNeverReminded({ ...state, status, firstSubmittedAt: null })) &&
        submissionStatuses.every((status) => isNeverReminded({ ...state, status, firstSubmittedAt: now })),
    ),
    say(
      "Should it wish to report nevertheless, the report stays open in the portal.",
      "Si aun así desea informar, el informe permanece abierto en el portal.",
      judgeTransition("start", "exempt", "country").allowed && isOpen && state.exempt,
    ),
    say(
      `The Technical Secretariat has cancelled ${round}.`,
      `La Secretaría Técnica ha cancelado ${round}.`,
      step === "round_cancelled" && endsRound(step),
      step === "round_cancelled",
    ),
    say(
      `Nothing is asked of ${country} in it; please disregard earlier messages about it.`,
      `No se solicita nada a ${country} en ella; le rogamos no tomar en cuenta los mensajes anteriores al respecto.`,
      step === "round_cancelled",
    ),
    say(
      `The Technical Secretariat has closed ${round}.`,
      `La Secretaría Técnica ha cerrado ${round}.`,
      state.closedAt !== null,
      step === "round_closed",
    ),
    say(
      `The extension of ${country} stands.`,
      `La prórroga de ${country} sigue vigente.`,
      // Its calendar goes on as if nobody had closed the round.
      state.extensionGrantedAt !== null && state.dueOn > state.roundDueOn && state.dueOn >= setting.today,
      step === "round_closed",
    ),
    say(
      `The Technical Secretariat has opened ${round} again.`,
      `La Secretaría Técnica ha abierto de nuevo ${round}.`,
      state.closedAt === null && state.reopenedAt !== null,
      step === "round_reopened",
    ),
    say("Open your page in the portal:", "Abrir su página en el portal:", step === "round_cancelled"),
    say(
      `The Technical Secretariat has accepted the ${report}, and thanks all who contributed to it.`,
      `La Secretaría Técnica ha aceptado el ${report} y agradece a todas las personas que contribuyeron a él.`,
      state.status === "accepted" || state.status === "published",
    ),
    say(
      "The next step is its publication by the Technical Secretariat, in which small counts of persons are protected.",
      "El siguiente paso es su publicación por la Secretaría Técnica, en la que se protegen los recuentos pequeños de personas.",
      judgeTransition("publish", state.status, "secretariat").allowed,
    ),
    // Counted here independently: five days from Monday to Friday lie between the day of acceptance and this one.
    say(
      `It may be published from ${publicFrom} on, or earlier if your country agrees to that in the portal.`,
      `Podrá publicarse a partir del ${publicFrom}, o antes si su país da en el portal su conformidad.`,
      step === "accepted" && state.status === "accepted" && scopeOf(reader.role, "publication.consent") !== null,
      true,
    ),
    say(
      "See what becomes public:",
      "Ver lo que se hace público:",
      step === "accepted" && scopeOf(reader.role, "publication.preview") !== null,
    ),
    say(
      `The ${report} has been published. Small counts of persons are protected in everything that is public.`,
      `El ${report} ha sido publicado. Los recuentos pequeños de personas están protegidos en todo lo que es público.`,
      state.status === "published",
    ),
    say(
      "A published report cannot be corrected in the portal.",
      "Un informe publicado no puede corregirse en el portal.",
      state.status === "published" &&
        transitionNames.every(
          (name) =>
            !judgeTransition(name, "published", "country").allowed &&
            !judgeTransition(name, "published", "secretariat").allowed,
        ),
    ),
    say(
      "Should it hold an error, please tell the Technical Secretariat.",
      "Si contuviera un error, le rogamos comunicarlo a la Secretaría Técnica.",
      state.status === "published",
    ),
    say(
      "Open the public page of the country:",
      "Abrir la página pública del país:",
      step === "published" && state.status === "published",
    ),
  ];
}

/** What a receipt proves, line by line: each must be said, and nothing of a signature where there is none. */
function aboutReceipt({ say, state, step, item, now, report, date, at }: Setting): readonly Saying[] {
  const { event } = item;
  const happenedAt = event?.at ?? now;
  const moment = (zone: string) => `${date(localDate(happenedAt, zone))}, ${clockOf(zone).format(happenedAt)}`;
  const { number, contentHash, byName, signedByName } = event?.receipt ?? {};
  const proof: readonly (readonly [string, string])[] =
    event?.receipt === undefined
      ? []
      : [
          [`Receipt number: ${number}`, `Número de constancia: ${number}`],
          [
            `Received, time in ${state.capital.en}: ${moment(state.timeZone)}`,
            `Recibido, hora de ${state.capital.es}: ${moment(state.timeZone)}`,
          ],
          [`Received, universal time (UTC): ${moment("UTC")}`, `Recibido, hora universal (UTC): ${moment("UTC")}`],
          [`Submitted by: ${byName}`, `Enviado por: ${byName}`],
          ...(signedByName === null ? [] : [[`Signed by: ${signedByName}`, `Firmado por: ${signedByName}`] as const]),
          [`Fingerprint of the content (SHA-256): ${contentHash}`, `Huella del contenido (SHA-256): ${contentHash}`],
        ];
  return [
    say(
      `The Technical Secretariat acknowledges, with thanks, receipt of the ${report}, submitted ${at(happenedAt)} (version ${event?.version}).`,
      `La Secretaría Técnica acusa recibo, con su agradecimiento, del ${report}, enviado ${at(happenedAt)} (versión ${event?.version}).`,
      step === "submitted" && event !== undefined,
    ),
    say(
      "The Technical Secretariat reviews every report that it has received, unless the country takes it back before.",
      "La Secretaría Técnica revisa todo informe recibido, salvo que el país lo retire antes.",
      step === "submitted" && scopeOf("secretariat", "submission.review") !== null,
    ),
    say(
      `It answers by ${date(event?.receipt?.answerBy ?? "2000-01-01")}.`,
      `Responde a más tardar el ${date(event?.receipt?.answerBy ?? "2000-01-01")}.`,
      step === "submitted" && event?.receipt?.answerBy != null,
      true,
    ),
    ...proof.map(([en, es]) => say(en, es, step === "submitted", true)),
    say(
      "Open the receipt, also as a file to keep:",
      "Abrir la constancia, también como archivo para guardar:",
      step === "submitted",
    ),
  ];
}

/** Would no step about the due date be sent to a country in this state? */
function isNeverReminded(state: Omit<NoticeState, "handled" | "daysOff" | "confirmation">): boolean {
  const writtenAt = new Date(`${state.dueOn}T15:00:00Z`);
  return noticeCalendar
    .filter(({ anchor }) => anchor !== "return_due")
    .every(({ step, anchor }) => {
      const anchorDate = anchor === "opening" ? state.opensOn : state.dueOn;
      return !stillDue({ step, anchorDate, writtenAt }, { ...state, submittedAt: state.firstSubmittedAt }, writtenAt)
        .due;
    });
}
