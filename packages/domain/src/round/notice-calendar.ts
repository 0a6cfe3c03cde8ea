/** Steps that follow from a date: opening day, due date, or due date of returned work. Methodology §8, notice table. */
export const noticeSteps = [
  "opening",
  "before_30",
  "before_14",
  "before_7",
  "before_1",
  "due_today",
  "overdue_1",
  "overdue_7",
  "escalation_14",
  "escalation_30",
  "closing_45",
  "returned_before_5",
  "returned_before_1",
  "returned_overdue_1",
] as const;
export type CalendarStep = (typeof noticeSteps)[number];

/** Steps that follow from an act, not from a date. `submitted` is the receipt; `resend` is written by the secretariat. */
export const eventSteps = ["returned", "submitted", "accepted", "published", "resend"] as const;
export type EventStep = (typeof eventSteps)[number];

export type NoticeStep = CalendarStep | EventStep;

export const noticeAudiences = [
  "focal_point",
  "alternate",
  "liaison_officer",
  "national_focal_point",
  "presidency",
  "secretariat",
] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

export type NoticeAnchor = "opening" | "due" | "return_due";

export interface NoticeRule {
  readonly step: CalendarStep;
  readonly anchor: NoticeAnchor;
  /** Days after the anchor date; negative before it. */
  readonly offsetDays: number;
  readonly audience: readonly NoticeAudience[];
}

/** Local time of the capital at which notices go out. */
export const noticeTime = "09:00";

const reporters = ["focal_point", "alternate"] as const;
const reportersAndSecretariat = [...reporters, "secretariat"] as const;

/** The whole calendar, in the order of time. */
export const noticeCalendar: readonly NoticeRule[] = [
  { step: "opening", anchor: "opening", offsetDays: 0, audience: reporters },
  { step: "before_30", anchor: "due", offsetDays: -30, audience: reporters },
  { step: "before_14", anchor: "due", offsetDays: -14, audience: reporters },
  { step: "before_7", anchor: "due", offsetDays: -7, audience: reporters },
  { step: "before_1", anchor: "due", offsetDays: -1, audience: reporters },
  { step: "due_today", anchor: "due", offsetDays: 0, audience: reporters },
  { step: "overdue_1", anchor: "due", offsetDays: 1, audience: reportersAndSecretariat },
  { step: "overdue_7", anchor: "due", offsetDays: 7, audience: reportersAndSecretariat },
  { step: "escalation_14", anchor: "due", offsetDays: 14, audience: [...reportersAndSecretariat, "liaison_officer"] },
  {
    step: "escalation_30",
    anchor: "due",
    offsetDays: 30,
    audience: [...reportersAndSecretariat, "liaison_officer", "national_focal_point", "presidency"],
  },
  { step: "closing_45", anchor: "due", offsetDays: 45, audience: reportersAndSecretariat },
  { step: "returned_before_5", anchor: "return_due", offsetDays: -5, audience: reporters },
  { step: "returned_before_1", anchor: "return_due", offsetDays: -1, audience: reporters },
  { step: "returned_overdue_1", anchor: "return_due", offsetDays: 1, audience: reportersAndSecretariat },
];

/** Who is told of an act. A resend goes to those the secretariat chose. */
export const eventAudience: Readonly<Record<EventStep, readonly NoticeAudience[]>> = {
  returned: reporters,
  submitted: reporters,
  accepted: reporters,
  published: reporters,
  resend: reporters,
};

/** Days a country has for a returned submission. Methodology §8. */
export const returnDays = 15;
