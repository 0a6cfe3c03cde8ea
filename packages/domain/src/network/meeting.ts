/** A meeting is planned, and held once somebody has said so; a cancelled one stays in the record. */
export const meetingStates = ["planned", "held", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingActs = ["planned", "dates_corrected", "attendance_recorded", "held", "cancelled"] as const;
export type MeetingActKind = (typeof meetingActs)[number];

/**
 * What is recorded of a participant at a meeting. One does not follow from the other, and where nothing is recorded nothing is known. Whether
 * it submitted indicators is read from the rounds.
 */
export const attendanceFacts = ["attended", "shared_progress"] as const;
export type AttendanceFact = (typeof attendanceFacts)[number];
