import { expect, test } from "vitest";
import { matterSteps } from "../network/matter-calendar.ts";
import { progressSteps } from "../network/progress-calendar.ts";
import {
  faultsOfWording,
  isAbout,
  placeholdersOf,
  reportWordings,
  requestWordingOf,
  tidyWording,
  type Wording,
  type WordingKind,
  wordingFields,
  wordingKindOf,
  wordingKinds,
  wordingLimits,
  wordingRules,
} from "./notice-wording.ts";

const countryNames = ["Costa Rica", "El Salvador", "México", "Mexico", "Estados Unidos de América"];
const good: Wording = {
  subject: "{{standing}}: informe de {{country}}, ronda {{round}}",
  opening: "La Secretaría Técnica saluda atentamente a {{country}}.",
  closing: "Agradecemos su colaboración.",
};
const faults = (patch: Partial<Wording>, kind: WordingKind = "before_7") =>
  faultsOfWording(tidyWording({ ...good, ...patch }), { kind, countryNames }).map(
    ({ field, fault, word }) => `${field} ${fault} ${word}`,
  );

test("courteous words without facts are accepted", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ opening: "", closing: "" })).toEqual([]);
  expect(
    faults({ closing: "Cada institución puede aportar su parte;\ncon aprecio, le agradecemos su interés." }),
  ).toEqual([]);
  expect(
    faults({ closing: "A partial report may be sent. It’s welcome in the Technical Secretariat’s view." }, "before_7"),
  ).toEqual([]);
});

test.each<[string, Partial<Wording>, string]>([
  ["an empty subject", { subject: " " }, "subject empty "],
  [
    "a subject without the country",
    { subject: "{{standing}}, ronda {{round}}" },
    "subject missing_placeholder {{country}}",
  ],
  [
    "a subject that does not say how the date stands",
    { subject: "{{country}} {{round}}" },
    "subject missing_placeholder {{standing}}",
  ],
  ["an unknown placeholder", { opening: "Hola {{nombre}}." }, "opening unknown_placeholder {{nombre}}"],
  ["the place of a link", { closing: "{{ticket}}" }, "closing unknown_placeholder {{ticket}}"],
  ["the place of the parts", { closing: "{{missing:3}}" }, "closing unknown_placeholder {{missing:3}}"],
  ["a placeholder of another part", { opening: "Ahora {{standing}}." }, "opening not_in_this_part {{standing}}"],
  ["days that have passed, before the date", { opening: "{{days}} después." }, "opening not_in_this_part {{days}}"],
  ["half a placeholder", { closing: "Estimado {{country, saludos" }, "closing brace {{"],
  ["a placeholder in another", { closing: "{{{{country}}}}" }, "closing brace {{"],
  ["a line break in the subject", { subject: `${good.subject}\r\nBcc: a` }, "subject line_break "],
  ["a carriage return alone", { subject: `${good.subject}\rX` }, "subject line_break "],
  ["a line separator", { subject: `${good.subject}\u2028X` }, "subject line_break "],
  ["a zero", { closing: "Un texto\u0000" }, "closing unseen_character "],
  ["a mark of direction", { closing: "Un \u202etexto" }, "closing unseen_character "],
  ["the marks of strong words", { closing: "Un \ue000texto\ue001" }, "closing unseen_character "],
  ["a figure", { opening: "Faltan 7 respuestas." }, "opening figure 7"],
  ["a figure of another script", { opening: "Faltan ٧ respuestas." }, "opening figure ٧"],
  ["a month", { opening: "El plazo vence en abril." }, "opening time_word abril"],
  ["a weekday of the other language", { opening: "Until Friday." }, "opening time_word Friday"],
  ["a day that is today only once", { opening: "Hoy vence el plazo." }, "opening time_word Hoy"],
  ["a span in words", { opening: "Quedan dos semanas." }, "opening time_word semanas"],
  ["one country", { opening: "Saludamos a Costa Rica." }, "opening country_name Costa Rica"],
  ["an address", { closing: "Escriba a trata@secretaria.example." }, "closing address trata@secretaria.example."],
  ["a page", { closing: "Véase https://evil.example/x" }, "closing address https://evil.example/x"],
  ["a bare host", { closing: "Véase evil.example/x ahora" }, "closing address evil.example/x"],
  ["who else was told", { closing: "Se ha informado a la Presidencia." }, "closing reader_named informado"],
  ["a minister", { closing: "Con atención de su Ministra." }, "closing reader_named Ministra"],
  ["an informal address", { closing: "Esperamos tu respuesta." }, "closing informal tu"],
  [
    "too long a subject",
    { subject: `${good.subject} ${"muy ".repeat(30)}` },
    `subject too_long ${wordingLimits.subject}`,
  ],
  ["too long words", { closing: "muy ".repeat(400) }, `closing too_long ${wordingLimits.closing}`],
])("%s is refused", (_, patch, fault) => {
  expect(faults(patch)).toContain(fault);
});

test("an invitation says which country is invited to which round", () => {
  expect(faults({ subject: "Invitación: {{country}}, ronda {{round}}", opening: "" }, "opening")).toEqual([
    "opening missing_placeholder {{country}}",
    "opening missing_placeholder {{round}}",
  ]);
});

test("a text that nobody can type by hand is judged at once", () => {
  for (const part of ["{{", "{{a}}", "a.", "@", "í ", "1", "\nx"])
    expect(faults({ closing: part.repeat(200_000) })).toHaveLength(1);
});

test("what is required is allowed, and no two kinds hold for one situation", () => {
  for (const kind of wordingKinds)
    for (const field of wordingFields) {
      const { allowed, required } = placeholdersOf(kind, field);
      expect(required.filter((name) => !allowed.includes(name))).toEqual([]);
    }
  const plain = { isReturned: false, obligated: true, isWithdrawn: false } as const;
  expect(wordingKindOf({ ...plain, step: "before_1", relation: "today" })).toBe("before_1");
  expect(wordingKindOf({ ...plain, step: "before_1", relation: "past" })).toBeNull();
  expect(wordingKindOf({ ...plain, step: "resend", relation: "past" })).toBe("resend_overdue");
  expect(wordingKindOf({ ...plain, step: "resend", relation: "ahead", isWithdrawn: true })).toBeNull();
  expect(wordingKindOf({ ...plain, step: "resend", relation: "ahead", obligated: false })).toBeNull();
  expect(wordingKindOf({ ...plain, step: "resend", relation: "ahead", obligated: false, isReturned: true })).toBe(
    "resend_returned",
  );
  expect(wordingKindOf({ ...plain, step: "resend", relation: null, isReturned: true })).toBeNull();
  expect(wordingKindOf({ ...plain, step: "submitted", relation: "ahead" })).toBeNull();
});

test("each request of the Network has words for this side of its day, and where there is none", () => {
  const all = [...progressSteps, ...matterSteps].map((step) => [
    step,
    ...(["ahead", "today", "past", null] as const).map((relation) => requestWordingOf(step, relation)),
  ]);
  const toCome = (kind: WordingKind) => [kind, kind, kind];
  expect(all).toEqual([
    [...toCome("progress_by_hand"), "progress_by_hand_overdue", "progress_by_hand_undated"],
    [...toCome("progress_asked"), null, "progress_asked_undated"],
    [...toCome("progress_before_3"), null, null],
    ["progress_overdue_1", null, null, "progress_overdue_1", null],
    Array(5).fill("matter_sent"),
    [...toCome("matter_resend"), "matter_resend_overdue", "matter_resend_undated"],
    [...toCome("reply_before_7"), null, null],
    ["reply_overdue_1", null, null, "reply_overdue_1", null],
    [...toCome("commitment_before_14"), null, null],
    ["commitment_overdue_1", null, null, "commitment_overdue_1", null],
  ]);
});

test("words of a request of the Network name what it is about, and its day only where there is one", () => {
  const words = { subject: "Atenta solicitud, {{standing}}: {{meeting}}", opening: "", closing: "" };
  const of = (kind: WordingKind, patch: Partial<Wording> = {}) =>
    faultsOfWording(tidyWording({ ...words, ...patch }), { kind, countryNames }).map(
      ({ field, fault, word }) => `${field} ${fault} ${word}`,
    );
  expect(of("progress_by_hand", { opening: "A {{country}}, para la {{meeting}}, el {{date}}." })).toEqual([]);
  expect(of("progress_by_hand", { subject: "{{number}} para la {{meeting}}" })).toEqual([
    "subject missing_placeholder {{standing}}",
  ]);
  expect(of("progress_by_hand", { subject: "{{number}}, {{standing}}, ronda {{round}}" })).toEqual([
    "subject not_in_this_part {{round}}",
    "subject missing_placeholder {{meeting}}",
  ]);
  expect(of("progress_asked_undated", { closing: "Hasta el {{date}}." })).toEqual([
    "subject not_in_this_part {{standing}}",
    "closing not_in_this_part {{date}}",
  ]);
  expect(of("matter_sent", { subject: "Para {{country}}: {{commitment}}", closing: "{{days}}" })).toEqual([
    "closing not_in_this_part {{days}}",
  ]);
  expect(of("matter_sent")).toContain("subject missing_placeholder {{commitment}}");
  expect(of("reply_overdue_1", { subject: "{{standing}}: {{commitment}}", opening: "Pasaron {{days}}." })).toEqual([]);
  // A day that is not set, and words that stand whatever it is, can be spoken of nowhere.
  for (const kind of wordingKinds) {
    const { side } = wordingRules[kind];
    const allowed = wordingFields.flatMap((field) => placeholdersOf(kind, field).allowed);
    const isDated = side === "past" || side === "to_come";
    expect([kind, allowed.includes("date"), allowed.includes("standing")]).toEqual([kind, isDated, isDated]);
    expect(reportWordings.includes(kind as never)).toBe(isAbout(kind, "report"));
  }
});
