/**
 * The rooms of the Network: their names, and where each is below `/$lang/network`. The router has one route for all of them; the build lists each
 * for the server (`page-list.ts`), so that it answers 404 where there is no room. `$name` stands for one step of the address.
 */
export const rooms = {
  overview: "",
  // Before the room that any other word would lead to.
  newMeeting: "meetings/new",
  meeting: "meetings/$meetingId",
  contributions: "contributions",
  newContribution: "contributions/new",
  contribution: "contributions/$matterId",
  editContribution: "contributions/$matterId/edit",
  recommendations: "recommendations",
  newRecommendation: "recommendations/new",
  recommendation: "recommendations/$matterId",
  editRecommendation: "recommendations/$matterId/edit",
  activities: "activities",
  newActivity: "activities/new",
  activity: "activities/$matterId",
  editActivity: "activities/$matterId/edit",
  newNarrative: "narratives/new",
  narrative: "narratives/$matterId",
  editNarrative: "narratives/$matterId/edit",
  guidelines: "guidelines",
  newStatement: "guidelines/new",
  guidelineSteps: "guidelines/steps",
  statement: "guidelines/$matterId",
  editStatement: "guidelines/$matterId/edit",
  library: "library",
  newDocument: "library/new",
  document: "library/$matterId",
  editDocument: "library/$matterId/edit",
  timeline: "timeline",
  body: "bodies/$body",
  bodyTimeline: "bodies/$body/timeline",
  commitments: "commitments",
  newCommitment: "commitments/new",
  commitment: "commitments/$matterId",
  editCommitment: "commitments/$matterId/edit",
  report: "meetings/$meetingId/report",
} as const satisfies Readonly<Record<string, string>>;
export type Room = keyof typeof rooms;

export interface RoomAt {
  readonly room: Room;
  readonly params: Readonly<Record<string, string>>;
}

const stepsOf = (path: string) => path.split("/").filter((step) => step !== "");

/** The room at this address below the Network's, and the values in it; null = there is none. */
export function roomAt(path: string, among: Readonly<Record<string, string>> = rooms): RoomAt | null {
  const steps = stepsOf(path);
  for (const [room, pattern] of Object.entries(among)) {
    const parts = stepsOf(pattern);
    const fits = (part: string, place: number) => part.startsWith("$") || part === steps[place]?.toLowerCase();
    if (parts.length !== steps.length || !parts.every(fits)) continue;
    const named = parts.flatMap((part, place) => (part.startsWith("$") ? [[part.slice(1), steps[place] ?? ""]] : []));
    return { room: room as Room, params: Object.fromEntries(named) };
  }
  return null;
}
