import { expect, test } from "vitest";
import { type Action, can, mayTalkOn, policy, scopeOf } from "./policy.ts";
import { type ActorRole, contactRoles, isOfSecretariat, type Role, roles } from "./role.ts";

/** The access table a second time, by role and written by hand: a change of what a role may do must be made in both places. */
const everybody = ["published.read any", "session.create any", "ticket.use any", "mail-reply.hand-in any"];
const signedIn = [...everybody, "session.own any", "own-calendar.make any"];
const board = [...signedIn, "status-board.read any"];
const network = ["network.read any", "file.read any"];
const speaker = [
  "activity.write own",
  ...["commitment.progress own", "matter.reply own", "report.comment any", "file.upload own"],
  ...["voice.answer own", "voice.assess own", "narrative.write own", "guideline.state own"],
];
const organisation = [
  ...["activity.write own", "voice.write own", "voice.assess own", "file.upload own"],
  ...["commitment.progress own", "matter.reply own", "guideline.state own"],
];
const countryReader = [
  ...board,
  ...network,
  "submission.read own",
  "publication.preview own",
  "receipt.download own",
  "review-comment.read own",
  "review-comment.write own",
  "notices.read own",
  "handover.own any",
];
const reporter = [
  ...countryReader,
  "handover.make own",
  ...speaker,
  "answer.write own",
  "section.manage own",
  "proposal.decide own",
  "submission.submit own",
  "submission.withdraw own",
  "publication.consent own",
  "answer.reopen own",
  "own-digest.choose any",
];
const may: Readonly<Record<ActorRole, readonly string[]>> = {
  public: everybody,
  secretariat: [
    ...board,
    ...network,
    "matter.translate any",
    "guideline.manage any",
    "network.manage any",
    "document.file any",
    "commitment.manage any",
    "commitment.progress any",
    "file.upload any",
    "activity.write any",
    "activity.decide any",
    "voice.write any",
    "voice.link any",
    "voice.answer any",
    "voice.assess any",
    "submission.read any",
    "submission.review any",
    "submission.publish any",
    "publication.preview any",
    "receipt.download any",
    "submission.exempt any",
    "submission.extend any",
    "review-comment.read any",
    "review-comment.write any",
    "notices.read any",
    "notices.send any",
    "exchange.note any",
    "outgoing-mail.read any",
    "users.read any",
    "users.invite any",
    "handover.make any",
    "rounds.manage any",
    "audit.read any",
    "own-digest.choose any",
  ],
  focal_point: reporter,
  alternate: reporter,
  contributor: [
    ...signedIn,
    "status-board.read own",
    "submission.read assigned",
    "answer.write assigned",
    "section.own own",
    "review-comment.read assigned",
    "review-comment.write assigned",
    "handover.own any",
  ],
  approver: [...countryReader, "submission.sign own"],
  liaison_officer: [...countryReader, ...speaker],
  rcgm_delegate: [...board, ...network],
  presidency: [...board, ...network],
  observer: [...signedIn, ...network, ...organisation],
  civil_society: [...signedIn, ...network, ...organisation],
  coalition: [...signedIn, ...network, ...organisation],
};

test.each(["public", ...roles] as const)("%s may do what the table says, and nothing else", (role) => {
  const scopes = (Object.keys(policy) as Action[]).flatMap((action) => {
    const scope = scopeOf(role, action);
    return scope === null ? [] : [`${action} ${scope}`];
  });
  expect(scopes.toSorted()).toEqual(may[role].toSorted());
});

test("the focal point is asked before the alternate, and a record may keep a role that is none of today's", () => {
  expect(contactRoles).toEqual(["focal_point", "alternate"]);
  expect(roles.filter((role: Role) => isOfSecretariat(role))).toEqual(["secretariat"]);
  expect(isOfSecretariat("host")).toBe(false);
});

test("everybody who reads a report writes in its threads, but contributors on their answers alone and a section link nowhere", () => {
  const may = (role: Role, code: string | null, isBySection = false) => mayTalkOn({ role, isBySection }, code);
  for (const role of ["focal_point", "alternate", "approver", "liaison_officer", "secretariat"] as const)
    expect([role, may(role, null), may(role, "TIP-JUS-01")]).toEqual([role, true, true]);
  expect([may("contributor", null), may("contributor", "TIP-JUS-01")]).toEqual([false, true]);
  expect([may("contributor", null, true), may("contributor", "TIP-JUS-01", true)]).toEqual([false, false]);
  expect(may("observer", "TIP-JUS-01")).toBe(false);
});

test("what belongs to a participant is own to its people alone, and to others like a missing thing", () => {
  const focal = { role: "focal_point", country: "CRI", assignedIndicators: null } as const;
  const owed = (participant: string) => can(focal, "commitment.progress", { country: null, participant });
  expect(owed("CRI")).toEqual({ allowed: true });
  for (const foreign of ["MEX", "IOM", "RCM-TS"])
    expect(owed(foreign)).toEqual({ allowed: false, reason: "not-found" });
  // An account without a side owns nothing, also not what belongs to nobody's country.
  expect(can({ ...focal, country: null }, "commitment.progress", { country: null, participant: "CRI" }).allowed).toBe(
    false,
  );
  const signer = { ...focal, role: "approver" } as const;
  expect(can(signer, "matter.reply", { country: null, participant: "CRI" })).toEqual({
    ...{ allowed: false, reason: "not-allowed" },
  });
  expect(can(signer, "matter.reply", { country: null, participant: "MEX" })).toEqual({
    ...{ allowed: false, reason: "not-found" },
  });
});
