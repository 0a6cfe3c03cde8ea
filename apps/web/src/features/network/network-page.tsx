import { notFound, useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { later } from "#lib/later.tsx";
import { MeetingPage } from "./meeting-page.tsx";
import { Overview } from "./overview.tsx";
import { type Room, type RoomAt, roomAt } from "./rooms.ts";

/** What only the Secretariat uses is a file of its own: everybody else reads. */
const NewMeetingPage = later(() => import("./new-meeting-page.tsx").then((m) => m.NewMeetingPage));

/** Few of those who come to read a meeting go on to its report. */
const ReportPage = later(() => import("./report/report-page.tsx").then((m) => m.ReportPage));

const pages: Readonly<Record<Room, ComponentType<Pick<RoomAt, "params">>>> = {
  overview: Overview,
  newMeeting: NewMeetingPage,
  meeting: MeetingPage,
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
