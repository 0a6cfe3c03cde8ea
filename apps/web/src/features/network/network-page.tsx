import { notFound, useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { later } from "#lib/later.tsx";
import { BodyPage } from "./bodies/body-page.tsx";
import { MeetingPage } from "./meeting-page.tsx";
import { Overview } from "./overview.tsx";
import { type Room, type RoomAt, roomAt } from "./rooms.ts";

/** What only the Secretariat uses is a file of its own: everybody else reads. */
const NewMeetingPage = later(() => import("./new-meeting-page.tsx").then((m) => m.NewMeetingPage));
const ContributionsPage = later(() => import("./voices/voices-page.tsx").then((m) => m.ContributionsPage));
const RecommendationsPage = later(() => import("./voices/voices-page.tsx").then((m) => m.RecommendationsPage));
const ContributionPage = later(() => import("./voices/voice-page.tsx").then((m) => m.ContributionPage));
const RecommendationPage = later(() => import("./voices/voice-page.tsx").then((m) => m.RecommendationPage));
const ContributionFormPage = later(() => import("./voices/voice-form-page.tsx").then((m) => m.ContributionFormPage));
const RecommendationFormPage = later(() =>
  import("./voices/voice-form-page.tsx").then((m) => m.RecommendationFormPage),
);
const ActivitiesPage = later(() => import("./activities/activities-page.tsx").then((m) => m.ActivitiesPage));
const ActivityPage = later(() => import("./activities/activity-page.tsx").then((m) => m.ActivityPage));
const ActivityFormPage = later(() => import("./activities/activity-form-page.tsx").then((m) => m.ActivityFormPage));
const NarrativePage = later(() => import("./narratives/narrative-page.tsx").then((m) => m.NarrativePage));
const NarrativeFormPage = later(() => import("./narratives/narrative-form-page.tsx").then((m) => m.NarrativeFormPage));
const GuidelinesPage = later(() => import("./guidelines/guidelines-page.tsx").then((m) => m.GuidelinesPage));
const StatementPage = later(() => import("./guidelines/statement-page.tsx").then((m) => m.StatementPage));
const StatementFormPage = later(() => import("./guidelines/statement-form-page.tsx").then((m) => m.StatementFormPage));
const GuidelineStepsPage = later(() => import("./guidelines/steps-page.tsx").then((m) => m.GuidelineStepsPage));
const LibraryPage = later(() => import("./library/library-page.tsx").then((m) => m.LibraryPage));
const DocumentPage = later(() => import("./library/document-page.tsx").then((m) => m.DocumentPage));
const DocumentFormPage = later(() => import("./library/document-form-page.tsx").then((m) => m.DocumentFormPage));
const TimelinePage = later(() => import("./timeline/timeline-page.tsx").then((m) => m.TimelinePage));
const CommitmentsPage = later(() => import("./commitments/commitments-page.tsx").then((m) => m.CommitmentsPage));
const CommitmentPage = later(() => import("./commitments/commitment-page.tsx").then((m) => m.CommitmentPage));
const CommitmentFormPage = later(() =>
  import("./commitments/commitment-form-page.tsx").then((m) => m.CommitmentFormPage),
);

/** Few of those who come to read a meeting go on to its report. */
const ReportPage = later(() => import("./report/report-page.tsx").then((m) => m.ReportPage));

const pages: Readonly<Record<Room, ComponentType<Pick<RoomAt, "params">>>> = {
  overview: Overview,
  newMeeting: NewMeetingPage,
  meeting: MeetingPage,
  contributions: ContributionsPage,
  newContribution: ContributionFormPage,
  contribution: ContributionPage,
  editContribution: ContributionFormPage,
  recommendations: RecommendationsPage,
  newRecommendation: RecommendationFormPage,
  recommendation: RecommendationPage,
  editRecommendation: RecommendationFormPage,
  activities: ActivitiesPage,
  newActivity: ActivityFormPage,
  activity: ActivityPage,
  editActivity: ActivityFormPage,
  newNarrative: NarrativeFormPage,
  narrative: NarrativePage,
  editNarrative: NarrativeFormPage,
  guidelines: GuidelinesPage,
  newStatement: StatementFormPage,
  guidelineSteps: GuidelineStepsPage,
  statement: StatementPage,
  editStatement: StatementFormPage,
  library: LibraryPage,
  newDocument: DocumentFormPage,
  document: DocumentPage,
  editDocument: DocumentFormPage,
  timeline: TimelinePage,
  body: BodyPage,
  bodyTimeline: TimelinePage,
  commitments: CommitmentsPage,
  newCommitment: CommitmentFormPage,
  commitment: CommitmentPage,
  editCommitment: CommitmentFormPage,
  report: ReportPage,
};

/** The room of the Network at this address. */
export function NetworkPage() {
  const { _splat = "" } = useParams({ from: "/$lang/signed-in/network/$" });
  const found = roomAt(_splat);
  if (found === null) throw notFound();
  const Page = pages[found.room];
  // Another meeting is another page: nothing of the one before stays open.
  return <Page key={_splat} params={found.params} />;
}
