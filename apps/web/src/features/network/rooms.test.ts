import { expect, test } from "vitest";
import { roomAt, rooms } from "./rooms.ts";

const some = { overview: "", meetings: "meetings", meeting: "meetings/$meetingId", since: "meetings/$meetingId/since" };

test.each([
  ["", { room: "overview", params: {} }],
  ["/", { room: "overview", params: {} }],
  ["meetings", { room: "meetings", params: {} }],
  ["Meetings/", { room: "meetings", params: {} }],
  ["meetings/A1", { room: "meeting", params: { meetingId: "A1" } }],
  ["meetings/A1/since", { room: "since", params: { meetingId: "A1" } }],
  ["meetings/A1/before", null],
  ["elsewhere", null],
])("%j leads to %j", (path, found) => expect(roomAt(path, some)).toEqual(found));

test("every room is found where it is said to be", () => {
  for (const [room, path] of Object.entries(rooms))
    expect([room, roomAt(path.replaceAll(/\$\w+/g, "x"))?.room]).toEqual([room, room]);
});
