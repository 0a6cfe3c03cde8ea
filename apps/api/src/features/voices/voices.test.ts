import { randomUUID } from "node:crypto";
import {
  addTranslation,
  assessCompletion,
  type BodyInputOf,
  fileVoice,
  getRecommendationsCsv,
  getRecommendationsWorkbook,
  getVoice,
  linkVoice,
  listVoices,
  planMeeting,
  replyToMatter,
  reviseVoice,
  saveVoice,
  showVoice,
  takeStance,
  tellSeen,
  type VoiceView,
  withdrawReply,
  withdrawVoice,
} from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { stances } from "@avances/domain/network";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestPerson } from "../../../testing/start-test-api.ts";
import { whileHeld } from "../../../testing/while-held.ts";

let api: TestApi;
let rncom: TestPerson;
let iom: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM", displayName: "Rosa" });
  iom = await api.addPerson({ role: "observer", organisation: "IOM" });
});
afterAll(() => api?.close());

type As = NonNullable<NonNullable<Parameters<TestApi["call"]>[1]>["as"]>;
type Written = BodyInputOf<typeof saveVoice>;
const words = {
  language: "es",
  subject: "Atención a víctimas",
  body: "Texto",
  translation: null,
  overruled: [],
} as const;
const challenge: Written = {
  ...{ ...words, kind: "contribution", contributionKind: "challenge", source: null, owner: null, addressees: [] },
  ...{ meetingId: null, visibility: "network", files: [], links: [] },
};
const recommendation: Written = {
  ...{ ...challenge, kind: "recommendation", contributionKind: null, source: { kind: "own", name: "" } },
  addressees: ["CRI", "HND"],
};
const why = { reason: "It was entered twice" };

const at = ({ id, revision }: VoiceView) => ({ params: { matterId: id }, revision });

async function drafted(body: Written = challenge, as: TestPerson | "secretariat" = rncom): Promise<VoiceView> {
  const reply = await api.call(saveVoice, { as, params: { matterId: randomUUID() }, body, revision: 0 });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
async function filed(body: Written = challenge, as: TestPerson | "secretariat" = rncom): Promise<VoiceView> {
  const reply = await api.call(fileVoice, { as, ...at(await drafted(body, as)) });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
const read = async (as: As, { id }: VoiceView) => api.call(getVoice, { as, params: { matterId: id } });

describe("who writes", () => {
  test("organisations and the Secretariat write in their own name; countries and everybody else do not", async () => {
    for (const role of roles) {
      const person = await api.addPerson({
        role,
        ...(role === "observer" && { organisation: "PER" }),
        ...(role === "civil_society" && { organisation: "RNCOM" }),
        ...(role === "coalition" && { organisation: "COALITION" }),
        ...(["focal_point", "alternate", "contributor", "approver", "liaison_officer"].includes(role) && {
          country: "CRI",
        }),
      });
      const reply = await api.call(saveVoice, {
        ...{ as: person, params: { matterId: randomUUID() }, body: challenge, revision: 0 },
      });
      const author = { observer: "PER", civil_society: "RNCOM", coalition: "COALITION", secretariat: "RCM-TS" };
      const expected = author[role as keyof typeof author];
      const seen = reply.status === 200 ? reply.body.author : undefined;
      expect([role, reply.status, seen]).toEqual([role, expected ? 200 : 403, expected]);
    }
  });

  test("an account without an organisation on record writes for nobody", async () => {
    const nobody = await api.addPerson({ role: "observer" });
    const params = { matterId: randomUUID() };
    expect((await api.call(saveVoice, { as: nobody, params, body: challenge, revision: 0 })).status).toBe(404);
    const list = await api.call(listVoices, { as: nobody, query: { kind: "contribution" } });
    expect(list.body.mayWrite).toBe(false);
    expect((await api.call(listVoices, { as: rncom, query: { kind: "contribution" } })).body.mayWrite).toBe(true);
  });

  test("a draft is its own side's alone, and a colleague of that side goes on with it", async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ state: "draft", version: 0, author: "RNCOM", may: { write: true }, side: "RNCOM" });
    const colleague = await api.addPerson({ role: "civil_society", organisation: "RNCOM" });
    expect((await read(colleague, draft)).body.may.write).toBe(true);
    for (const other of [iom, "secretariat", "focal_point:CRI"] as const) {
      expect((await read(other, draft)).status).toBe(404);
      const reply = await api.call(withdrawVoice, { as: other, ...at(draft), body: why });
      expect(reply.status).toBe(other === "focal_point:CRI" ? 403 : 404);
    }
    const again = await api.call(saveVoice, { as: colleague, ...at(draft), body: { ...challenge, subject: "Otro" } });
    expect(again.body).toMatchObject({ revision: 2, words: { subject: "Otro", textRevision: 2 } });
    const late = await api.call(saveVoice, { as: rncom, ...at(draft), body: challenge });
    expect([late.status, late.problem?.code]).toEqual([412, "revision-stale"]);
    const other = await api.call(saveVoice, { as: rncom, ...at(again.body), body: recommendation });
    expect(other.problem?.code).toBe("transition-refused");
  });

  test("it is read by those for whom it was filed", async () => {
    const readers = async (voice: VoiceView) => {
      const found: string[] = [];
      for (const as of ["secretariat", "focal_point:CRI", "liaison_officer:HND", "rcgm_delegate"] as const)
        if ((await read(as, voice)).status === 200) found.push(as);
      if ((await read(iom, voice)).status === 200) found.push("iom");
      return found;
    };
    expect(await readers(await filed({ ...challenge, visibility: "secretariat" }))).toEqual(["secretariat"]);
    const members = await filed({ ...challenge, visibility: "members" });
    expect(await readers(members)).toEqual(["secretariat", "focal_point:CRI", "liaison_officer:HND", "rcgm_delegate"]);
    expect(await readers(await filed())).toHaveLength(5);
    // Those to whom a recommendation is put read it at every level.
    const put = await filed({ ...recommendation, addressees: ["CRI"], visibility: "secretariat" });
    expect(await readers(put)).toEqual(["secretariat", "focal_point:CRI"]);
    expect((await read("contributor:CRI", members)).status).toBe(403);
  });

  test("a filed one is changed by another version; shown to fewer only while nobody else has seen it; withdrawn with a reason", async () => {
    const voice = await filed();
    const { visibility: _, ...rest } = challenge;
    const revised = await api.call(reviseVoice, { as: rncom, ...at(voice), body: { ...rest, body: "Más" } });
    expect(revised.body).toMatchObject({ version: 2, versions: [{ body: "Texto" }, { body: "Más" }] });
    expect((await api.call(saveVoice, { as: rncom, ...at(revised.body), body: challenge })).status).toBe(409);
    const narrower = await api.call(showVoice, { as: rncom, ...at(revised.body), body: { visibility: "members" } });
    expect(narrower.body.visibility).toBe("members");
    await api.call(tellSeen, { as: "focal_point:CRI", params: { matterId: voice.id }, body: { version: 2 } });
    const refused = await api.call(showVoice, { as: rncom, ...at(narrower.body), body: { visibility: "secretariat" } });
    expect(refused.problem?.details?.faults).toEqual(["shown_already"]);
    const gone = await api.call(withdrawVoice, { as: rncom, ...at(narrower.body), body: why });
    expect(gone.body).toMatchObject({ state: "withdrawn", withdrawn: { byName: "Rosa", reason: why.reason } });
    expect((await read("secretariat", voice)).body.may).toEqual({
      ...{ write: false, take: [], assess: [], reply: false, link: false },
    });
    expect((await read("focal_point:CRI", voice)).status).toBe(404);
  });

  test("of a recommendation those to whom it was put stay, and keep it when it is withdrawn", async () => {
    const voice = await filed(recommendation);
    const { visibility: _, ...rest } = recommendation;
    const fewer = await api.call(reviseVoice, { as: rncom, ...at(voice), body: { ...rest, addressees: ["CRI"] } });
    expect(fewer.problem?.details?.faults).toEqual(["addressee_gone"]);
    const more = await api.call(reviseVoice, {
      as: rncom,
      ...at(voice),
      body: { ...rest, addressees: ["CRI", "HND", "MEX"] },
    });
    expect(more.body.addressees).toEqual(["CRI", "HND", "MEX"]);
    await api.call(withdrawVoice, { as: rncom, ...at(more.body), body: why });
    for (const [as, status] of [
      ["focal_point:MEX", 200],
      ["secretariat", 200],
      ["focal_point:GTM", 404],
      ["rcgm_delegate", 404],
    ] as const)
      expect([as, (await read(as, voice)).status]).toEqual([as, status]);
  });
});

describe("what cannot stand", () => {
  const refusal = async (body: Partial<Written>, as: TestPerson | "secretariat" = rncom) => {
    const params = { matterId: randomUUID() };
    const reply = await api.call(saveVoice, { as, params, body: { ...recommendation, ...body }, revision: 0 });
    return reply.problem?.details?.faults ?? reply.problem?.code;
  };

  test("is refused with its reasons", async () => {
    expect(await refusal({ addressees: [] })).toEqual(["addressee_missing"]);
    expect(await refusal({ addressees: ["IOM"] })).toEqual(["addressee_silent"]);
    expect(await refusal({ addressees: ["RCM-TS"] }, "secretariat")).toEqual(["addressee_silent"]);
    expect(await refusal({ source: { kind: "meeting", name: "" } })).toEqual(["source_meeting"]);
    expect(await refusal({ source: { kind: "treaty_body", name: " " }, owner: "MEX" })).toEqual([
      "source_missing",
      "owner",
    ]);
    expect(await refusal({ links: [{ kind: "indicator", code: "TIP-XXX-99" }] })).toEqual(["link_unknown"]);
    expect(await refusal({ links: [{ kind: "country", code: "IOM" }] })).toEqual(["link_unknown"]);
    expect(await refusal({ meetingId: randomUUID() })).toEqual(["meeting_unknown"]);
    expect(await refusal({ contributionKind: "challenge" })).toBe("transition-refused");
    expect(await refusal({ source: null })).toBe("transition-refused");
    expect(await refusal({ kind: "contribution" })).toBe("transition-refused");
  });

  test("words that seem to hold details of a person are asked about in every field; whoever wrote them may say that they stand, which is recorded", async () => {
    const asked = async (body: Partial<Written>) => {
      const params = { matterId: randomUUID() };
      const reply = await api.call(saveVoice, { as: rncom, params, body: { ...recommendation, ...body }, revision: 0 });
      return reply.problem?.code === "personal-details" ? reply.problem.details?.found : reply.status;
    };
    expect(await asked({ body: "La víctima Ana Rojas vive en la casa" })).toEqual(["name"]);
    expect(await asked({ source: { kind: "treaty_body", name: "Tel. 2222-3333" } })).toEqual(["phone"]);
    expect(await asked({ body: "Escriba a ana@example.org", overruled: ["name"] })).toEqual(["mail"]);
    expect(await asked({ body: "Escriba a ana@example.org", overruled: ["mail"] })).toBe(200);
    const voice = await filed(recommendation);
    const params = { matterId: voice.id };
    const said = { language: "es", text: "Llame al +506 2222 3333", overruled: [] } as const;
    const replies = [
      await api.call(takeStance, { as: "focal_point:CRI", params, body: { ...said, said: "accepts" } }),
      await api.call(assessCompletion, {
        as: "focal_point:CRI",
        params,
        body: { ...said, of: "CRI", step: "limited" },
      }),
      await api.call(replyToMatter, { as: "focal_point:CRI", params, body: { ...said, said: "reply", files: [] } }),
    ];
    expect(replies.map(({ problem }) => problem?.details?.found)).toEqual([["phone"], ["phone"], ["phone"]]);
    const owner = testClient({ connectionString: api.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("select detail from app.audit_event where action = 'details.overruled'");
    await owner.end();
    expect(rows).toEqual([{ detail: expect.objectContaining({ kinds: "mail" }) }]);
  });
});

describe("answers", () => {
  const say = { language: "es", text: "", overruled: [] } as const;
  const take = (as: As, { id }: VoiceView, said: (typeof stances)[number], text = "") =>
    api.call(takeStance, { as, params: { matterId: id }, body: { ...say, text, said } });
  const assess = (as: As, { id }: VoiceView, of: string, step: "limited" | "completed" | "not_started") =>
    api.call(assessCompletion, { as, params: { matterId: id }, body: { ...say, of, step } });

  test("whoever is named twice among the addressees is one of them", async () => {
    const voice = await filed({ ...recommendation, addressees: ["HND", "CRI", "HND"] });
    expect([voice.addressees, voice.completion.map(({ of }) => of)]).toEqual([
      ["HND", "CRI"],
      ["HND", "CRI"],
    ]);
    const { visibility: _, ...body } = { ...recommendation, addressees: ["CRI", "HND", "CRI"] };
    expect((await api.call(reviseVoice, { as: rncom, ...at(voice), body })).body.addressees).toEqual(["CRI", "HND"]);
  });

  test("each addressee answers for itself; what it says later counts, and the earlier stays in the record", async () => {
    const voice = await filed(recommendation);
    expect((await take("focal_point:CRI", voice, "took_note", "Se analiza")).status).toBe(201);
    api.clock.advance(60_000);
    const after = (await take("liaison_officer:CRI", voice, "accepts_in_part")).body;
    expect(after.stances).toMatchObject([{ participant: "CRI", said: "accepts_in_part" }]);
    expect(after.said.stances).toMatchObject([{ said: "took_note", text: "Se analiza" }, { said: "accepts_in_part" }]);
    expect((await take("focal_point:MEX", voice, "accepts")).problem?.code).toBe("not-allowed");
    expect((await take("secretariat", voice, "accepts")).problem?.code).toBe("not-allowed");
    for (const as of ["approver:CRI", "contributor:CRI", "rcgm_delegate"] as const)
      expect([as, (await take(as, voice, "accepts")).status]).toEqual([as, 403]);
    expect((await take(rncom, voice, "accepts")).status).toBe(403);
    expect((await read("focal_point:CRI", voice)).body.may.take).toEqual(stances);
    expect((await read("focal_point:MEX", voice)).body.may.take).toEqual([]);
    const asked = async (stance: (typeof stances)[number]) =>
      (await api.call(listVoices, { as: rncom, query: { kind: "recommendation", stance } })).body.voices.map(
        ({ id }) => id,
      );
    expect(await asked("took_note")).not.toContain(voice.id);
    expect(await asked("accepts_in_part")).toContain(voice.id);
  });

  test("of a contribution one takes note and says no more", async () => {
    const voice = await filed();
    expect((await take("focal_point:GTM", voice, "took_note")).body.stances).toMatchObject([{ participant: "GTM" }]);
    expect((await take("focal_point:GTM", voice, "accepts")).problem?.code).toBe("transition-refused");
    expect((await read("secretariat", voice)).body.may.take).toEqual(["took_note"]);
  });

  test("how far: a State of itself, and beside it whoever made it and the Secretariat; no State of another, and no mean", async () => {
    const voice = await filed(recommendation);
    expect((await assess("focal_point:CRI", voice, "CRI", "completed")).status).toBe(201);
    expect((await assess(rncom, voice, "CRI", "not_started")).status).toBe(201);
    expect((await assess("secretariat", voice, "CRI", "limited")).status).toBe(201);
    for (const [as, of] of [
      ["focal_point:HND", "CRI"],
      ["focal_point:CRI", "HND"],
      ["focal_point:MEX", "MEX"],
    ] as const)
      expect([as, (await assess(as, voice, of, "completed")).problem?.code]).toEqual([as, "not-allowed"]);
    expect((await assess(iom, voice, "CRI", "completed")).problem?.code).toBe("not-allowed");
    const { completion } = (await read("focal_point:HND", voice)).body;
    expect(completion).toMatchObject([
      {
        of: "CRI",
        own: { step: "completed" },
        others: [
          { by: "RNCOM", step: "not_started" },
          { by: "RCM-TS", step: "limited" },
        ],
      },
      { of: "HND", own: null, others: [] },
    ]);
    expect((await read(rncom, voice)).body.may.assess).toEqual(["CRI", "HND"]);
    expect((await read("focal_point:HND", voice)).body.may.assess).toEqual(["HND"]);
    const list = await api.call(listVoices, {
      as: iom,
      query: { kind: "recommendation", step: "not_started", country: "HND" },
    });
    expect(list.body.voices.map(({ id }) => id)).toEqual([voice.id]);
  });

  test("a State replies in its own name, also where nothing was put to it, and takes its reply back", async () => {
    const voice = await filed({ ...challenge, links: [{ kind: "country", code: "CRI" }] });
    const params = { matterId: voice.id };
    const reply = { ...say, said: "reply", text: "Costa Rica aclara", files: [] } as const;
    expect((await api.call(replyToMatter, { as: "focal_point:CRI", params, body: reply })).status).toBe(201);
    const seen = (await read(rncom, voice)).body.replies;
    // The names of a country's people are told to the Secretariat and to its own side.
    expect(seen).toMatchObject([{ participant: "CRI", byName: null, text: "Costa Rica aclara", withdrawn: null }]);
    expect((await read("secretariat", voice)).body.replies[0]?.byName).toBe("focal_point CRI");
    // An organisation answers commitments that were addressed to it; what is a State's alone to answer is not there for it.
    for (const as of [rncom, iom])
      expect((await api.call(replyToMatter, { as, params, body: reply })).status).toBe(404);
    for (const as of ["secretariat", "approver:CRI"] as const)
      expect((await api.call(replyToMatter, { as, params, body: reply })).status).toBe(403);
    const empty = await api.call(replyToMatter, { as: "focal_point:CRI", params, body: { ...reply, text: " " } });
    expect(empty.status).toBe(422);
    const back = { ...params, replyId: seen[0]?.id ?? "" };
    expect((await api.call(withdrawReply, { as: "focal_point:MEX", params: back })).status).toBe(404);
    expect((await api.call(withdrawReply, { as: "focal_point:CRI", params: back })).status).toBe(200);
    expect((await read(rncom, voice)).body.replies).toMatchObject([{ withdrawn: { byName: null } }]);
    expect((await read(iom, voice)).body.replies).toEqual([]);
  });

  test("nothing is said to a draft, to what was withdrawn, or to what one cannot read", async () => {
    const draft = await drafted(recommendation);
    expect((await take("focal_point:CRI", draft, "accepts")).status).toBe(404);
    expect((await assess(rncom, draft, "CRI", "limited")).problem?.code).toBe("transition-refused");
    const gone = await filed(recommendation);
    // What its author says of it itself is no news to it.
    await assess(rncom, gone, "CRI", "limited");
    await take("focal_point:CRI", gone, "accepts");
    await assess("focal_point:CRI", gone, "CRI", "limited");
    const unseen = await api.call(withdrawVoice, { as: rncom, ...at(gone), body: { ...why, heard: 1 } });
    expect(unseen.problem).toMatchObject({ code: "revision-stale", details: { current: { heard: 2 } } });
    await api.call(withdrawVoice, { as: rncom, ...at(gone), body: { ...why, heard: 2 } });
    expect((await take("focal_point:CRI", gone, "accepts")).problem?.code).toBe("transition-refused");
    const hidden = await filed({ ...challenge, visibility: "secretariat" });
    expect((await take("focal_point:CRI", hidden, "took_note")).status).toBe(404);
  });

  test("whoever speaks to it while it is withdrawn or shown to fewer waits, and is then refused", async () => {
    const voice = await filed(recommendation);
    const params = { matterId: voice.id };
    const withdrawn = `update app.matter set state = 'withdrawn', revision = revision + 1, withdrawn_at = now(), withdrawn_by = created_by,
      withdrawn_by_name = '', withdrawn_reason = 'Por error' where id = $1`;
    const reply = { ...say, said: "reply", text: "Tarde", files: [] } as const;
    const translation = { textRevision: 1, language: "en", subject: "Late", body: "", overruled: [] } as const;
    const links = [{ kind: "country", code: "CRI" }] as const;
    const late = await whileHeld<{ readonly status: number; readonly problem: { readonly code: string } | null }>(
      api,
      voice.id,
      {
        calls: () => [
          api.call(replyToMatter, { as: "focal_point:CRI", params, body: reply }),
          take("focal_point:HND", voice, "accepts"),
          assess("focal_point:CRI", voice, "CRI", "limited"),
          api.call(linkVoice, { as: "secretariat", params, body: { links } }),
          api.call(addTranslation, { as: "secretariat", params, body: translation }),
        ],
        change: withdrawn,
      },
    );
    expect(late.map(({ status, problem }) => [status, problem?.code])).toEqual(
      late.map(() => [409, "transition-refused"]),
    );
    const fewer = await filed();
    const [look] = await whileHeld(api, fewer.id, {
      calls: () => [api.call(tellSeen, { as: iom, params: { matterId: fewer.id }, body: { version: 1 } })],
      change: "update app.matter set visibility = 'members', revision = revision + 1 where id = $1",
    });
    expect(look?.status).toBe(404);
  });

  test("two people who say at once what it is about are both answered", async () => {
    const voice = await filed();
    const body = { links: [{ kind: "country", code: "CRI" }] } as const;
    const both = await Promise.all(
      (["secretariat", "secretariat#2"] as const).map((as) =>
        api.call(linkVoice, { as, params: { matterId: voice.id }, body }),
      ),
    );
    expect(both.map(({ body: { links } }) => links.length)).toEqual([1, 1]);
  });
});

describe("what it is about", () => {
  const code = "TIP-PRV-04";

  test("its author says, the Secretariat says more, and each takes off its own", async () => {
    const voice = await filed({ ...challenge, links: [{ kind: "article", code: "tip-9" }] });
    const params = { matterId: voice.id };
    const link = (
      links: BodyInputOf<typeof linkVoice>["links"],
      as: "secretariat" | "focal_point:CRI" = "secretariat",
    ) => api.call(linkVoice, { as, params, body: { links } });
    const both = (
      await link([
        { kind: "indicator", code },
        { kind: "article", code: "tip-9" },
      ])
    ).body.links;
    expect(both).toEqual([
      { kind: "article", code: "tip-9", linkedBy: null },
      { kind: "article", code: "tip-9", linkedBy: "RCM-TS" },
      { kind: "indicator", code, linkedBy: "RCM-TS" },
    ]);
    expect((await link([], "focal_point:CRI")).status).toBe(403);
    expect((await api.call(linkVoice, { as: rncom, params, body: { links: [] } })).status).toBe(403);
    const found = async () =>
      (await api.call(listVoices, { as: iom, query: { kind: "contribution", about: code } })).body.voices.map(
        ({ id }) => id,
      );
    expect(await found()).toEqual([voice.id]);
    const less = (await link([])).body;
    expect(less.links).toEqual([{ kind: "article", code: "tip-9", linkedBy: null }]);
    // Nothing of the matter itself was changed by it.
    expect([less.revision, less.version]).toEqual([voice.revision, voice.version]);
    expect(await found()).toEqual([]);
    expect((await link([{ kind: "indicator", code: "TIP-XXX-01" }])).problem?.details?.faults).toEqual([
      "link_unknown",
    ]);
    const own = await filed(challenge, "secretariat");
    const onOwn = { as: "secretariat" as const, params: { matterId: own.id }, body: { links: [] } };
    expect((await api.call(linkVoice, onOwn)).problem?.code).toBe("transition-refused");
  });

  test("it belongs to a meeting, and the list finds it by meeting, author and country", async () => {
    const plan = {
      body: "LON",
      heldOn: "2027-03-16",
      untilOn: null,
      place: "San José",
      host: "CRI",
      publicSource: null,
    } as const;
    const meeting = (await api.call(planMeeting, { as: "secretariat", body: plan })).body;
    const voice = await filed(
      { ...recommendation, meetingId: meeting.id, source: { kind: "meeting", name: "" }, addressees: ["MEX"] },
      iom,
    );
    const asked = async (query: object) =>
      (await api.call(listVoices, { as: rncom, query: { kind: "recommendation", ...query } })).body;
    expect((await asked({ meeting: meeting.id })).voices.map(({ id }) => id)).toEqual([voice.id]);
    expect((await asked({ author: "IOM" })).total).toBe(1);
    expect((await asked({ country: "MEX", author: "IOM" })).total).toBe(1);
    expect((await asked({ country: "PAN" })).total).toBe(0);
  });
});

test("the file of recommendations has a line for each addressee and each who speaks of it, and holds what its reader may read alone", async () => {
  const fresh = await startTestApi();
  try {
    const author = await fresh.addPerson({ role: "civil_society", organisation: "RNCOM" });
    const save = async (body: Written) => {
      const params = { matterId: randomUUID() };
      await fresh.call(saveVoice, { as: author, params, body, revision: 0 });
      await fresh.call(fileVoice, { as: author, params, revision: 1 });
      return params;
    };
    const params = await save({
      ...recommendation,
      subject: "=Fórmula",
      translation: { subject: "Formula", body: "" },
    });
    await save({
      ...recommendation,
      subject: "Solo para la Secretaría",
      visibility: "secretariat",
      addressees: ["MEX"],
    });
    const say = { language: "es", text: "", overruled: [] } as const;
    await fresh.call(takeStance, { as: "focal_point:CRI", params, body: { ...say, said: "took_note" } });
    await fresh.call(assessCompletion, {
      as: "focal_point:CRI",
      params,
      body: { ...say, of: "CRI", step: "completed" },
    });
    await fresh.call(assessCompletion, { as: author, params, body: { ...say, of: "CRI", step: "not_started" } });
    const csv = (as: As, language: "es" | "en") => fresh.call(getRecommendationsCsv, { as, query: { language } });
    const es = (await csv("focal_point:GTM", "es")).body.split("\r\n").filter((line) => line !== "");
    expect(es).toHaveLength(4);
    expect(es[1]).toContain("'=Fórmula");
    const cells = es.slice(1).map((line) => line.split(";"));
    const told = cells.map((line) => [line[11], line[12], line[15], line[16]]);
    expect(told).toEqual([
      ["Costa Rica", "tomó nota", "Costa Rica", "completo"],
      ["Costa Rica", "tomó nota", expect.stringContaining("Red Regional"), "sin iniciar"],
      ["Honduras", "sin constancia de respuesta", "", ""],
    ]);
    expect((await csv("secretariat", "en")).body.split("\r\n")[2]).toContain("Formula");
    expect((await csv("secretariat", "en")).body).toContain("Solo para la Secretaría");
    expect((await csv("focal_point:MEX", "es")).body).toContain("Solo para la Secretaría");
    expect((await csv("focal_point:GTM", "es")).body).not.toContain("Solo para la Secretaría");
    expect((await csv("contributor:CRI", "es")).status).toBe(403);
    const workbook = await fresh.call(getRecommendationsWorkbook, { as: author, query: {} });
    expect([workbook.status, workbook.body.slice(0, 2)]).toEqual([200, "PK"]);
  } finally {
    await fresh.close();
  }
});
