import type { Role } from "../access/role.ts";

/** Capacities in which people are written to. */
export const noticeAudiences = [
  "focal_point",
  "alternate",
  "approver",
  "liaison_officer",
  "national_focal_point",
  "presidency",
  "secretariat",
] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

export interface AudienceFacts {
  /** The role of the accounts that get the mail. */
  readonly role: Role;
  /** True: only accounts of the country concerned. The role must then be one that can be invited for a country (`roleFacts`). */
  readonly ofCountry: boolean;
  /** True: they report for the country and are asked to. The others are only informed. */
  readonly reports: boolean;
}

/** Who belongs to each audience. The national focal point of the Conference is the country's delegate to its Consultation Group. */
export const audienceFacts: Readonly<Record<NoticeAudience, AudienceFacts>> = {
  focal_point: { role: "focal_point", ofCountry: true, reports: true },
  alternate: { role: "alternate", ofCountry: true, reports: true },
  approver: { role: "approver", ofCountry: true, reports: false },
  liaison_officer: { role: "liaison_officer", ofCountry: true, reports: false },
  national_focal_point: { role: "rcgm_delegate", ofCountry: true, reports: false },
  presidency: { role: "presidency", ofCountry: false, reports: false },
  secretariat: { role: "secretariat", ofCountry: false, reports: false },
};

/** Roles whose people are asked for the report. */
export const reportingRoles: readonly Role[] = noticeAudiences
  .map((audience) => audienceFacts[audience])
  .filter(({ reports }) => reports)
  .map(({ role }) => role);
