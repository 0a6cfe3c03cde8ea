/** Steps at which somebody is asked about a matter: two by hand, the others by themselves, before and after the day that was set. */
export const matterSteps = [
  ...(["matter_sent", "matter_resend", "reply_before_7", "reply_overdue_1"] as const),
  ...(["commitment_before_14", "commitment_overdue_1"] as const),
] as const;
export type MatterStep = (typeof matterSteps)[number];
