import { randomUUID } from "node:crypto";
import { addFile } from "@avances/api/testing/add-file";
import { agree, aRound, fill, input, submit } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi, type TestPerson } from "@avances/api/testing/start-test-api";
import {
  acceptSubmission,
  addComment,
  askForSection,
  assembleReport,
  assessCompletion,
  type BodyInputOf,
  circulateReport,
  commentOnReport,
  dispatchCommitment,
  evaluateActivity,
  extendSubmission,
  fileActivity,
  fileCommitment,
  fileDocument,
  fileGuidelineStatement,
  fileNarrative,
  fileVoice,
  finaliseReport,
  getOutgoingMail,
  holdActivity,
  holdMeeting,
  listOutgoingMail,
  listProposals,
  noteExchange,
  planMeeting,
  publishSubmission,
  replyToMatter,
  resendNotices,
  returnSubmission,
  saveActivity,
  saveAnswer,
  saveCommitment,
  saveDocument,
  saveGuidelineStatement,
  saveGuidelineSteps,
  saveNarrative,
  saveReportPoint,
  saveVoice,
  showVoice,
  takeStance,
} from "@avances/contracts";
import { type ActorRole, isCountryRole, type Role, roleFacts, roles } from "@avances/domain/access";
import type { Answer } from "@avances/domain/answer";
import {
  readsLevel,
  type Visibility,
  type VisibilityChoice,
  visibilities,
  visibilityChoices,
} from "@avances/domain/network";
import { personalDetailKinds } from "@avances/domain/text";
import { testClient } from "@avances/testing";
import type { Targets } from "./operations.ts";

export const own = "CRI";
export const foreign = "HND";
export const year = 2027;

/** A string planted in one place, and who may ever read it. */
interface Canary {
  readonly text: string;
  readonly where: string;
  /** `by`: the operation. */
  mayBeReadBy(reader: Reader, by: string): boolean;
}

export interface Reader {
  readonly role: ActorRole;
  readonly country: string | null;
}

export interface TwoCountries {
  readonly api: TestApi;
  readonly people: readonly TestPerson[];
  readonly canaries: readonly Canary[];
  readonly targets: Readonly<Record<typeof own | typeof foreign, Targets>>;
  /** Well-formed ids of things that do not exist. */
  readonly missing: Targets;
  person(role: Role, country: string | null): TestPerson;
  /** Content of every table of the schema `app`, by table: for one country, or complete. */
  content(country?: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

const briefs = new Set(["getHandover", "getOwnHandover"]);
const reports = ({ role }: Pick<Reader, "role">) => role === "focal_point" || role === "alternate";

/**
 * Two countries with the same content. Per country: a draft that was never submitted, a submission that was returned and is being
 * reworked, a published one; remarks of both audiences; people of every role; notices and mails. Everything private carries a canary.
 */
export async function twoCountries(): Promise<TwoCountries> {
  const api = await startTestApi();
  const people: TestPerson[] = [];
  const canaries: Canary[] = [];
  for (const role of roles) {
    for (const country of isCountryRole(role) ? [own, foreign] : [null]) {
      const mark = randomUUID().slice(0, 8);
      const person = await api.addPerson({
        role,
        country,
        email: `canary.${mark}.${role}@people.example`,
        displayName: `Canario ${mark}`,
      });
      people.push(person);
      canaries.push({
        text: person.email,
        where: `address of ${role} ${country}`,
        // Here every role of a country is one person, who may know their own address. A brief for who takes over says who answers questions
        // and how those who report are reached, and to these how all others are.
        mayBeReadBy: (reader, by) =>
          reader.role === "secretariat" ||
          (reader.role === role && reader.country === country) ||
          (briefs.has(by) &&
            (role === "secretariat"
              ? reader.country !== null
              : reader.country === country && (reports({ role }) || reports(reader)))),
      });
      if (country === foreign)
        canaries.push({
          text: `Canario ${mark}`,
          where: `name of ${role} ${country}`,
          mayBeReadBy: (reader) => reader.role === "secretariat" || reader.country === country,
        });
    }
  }
  const person = (role: Role, country: string | null) => {
    const found = people.find((each) => each.role === role && each.country === country);
    if (!found) throw new Error(`nobody is ${role} of ${country}`);
    return found;
  };
  const plant = (where: string, mayBeReadBy: Canary["mayBeReadBy"]) => {
    const text = `canary-${randomUUID()}`;
    canaries.push({ text, where, mayBeReadBy });
    return text;
  };

  const rounds = {
    published: await aRound(api, year - 2, [own, foreign]),
    reworked: await aRound(api, year - 1, [own, foreign]),
    draft: await aRound(api, year, [own, foreign]),
  };
  const mails = new Map<string, string>();
  const exchanges = new Map<string, string>();
  const files = new Map<string, string>();
  const asked = new Map<string, Pick<Targets, "sectionId" | "proposalId">>();
  for (const country of [own, foreign]) {
    const secretariat = person("secretariat", null);
    const focalPoint = person("focal_point", country);
    const inCountry = (reader: Reader) => reader.country === country && reader.role !== "contributor";
    const orSecretariat = (reader: Reader) => inCountry(reader) || reader.role === "secretariat";
    // The own country signs its draft off during the walk; the foreign country's must stay unread throughout.
    const ofDraft = (reader: Reader) => (country === own ? orSecretariat(reader) : inCountry(reader));
    const ofAssignedDraft = (reader: Reader) => reader.country === country || ofDraft(reader);
    const id = (round: keyof typeof rounds) => ({ submissionId: rounds[round][country] as string });
    const save = (round: keyof typeof rounds, { indicatorCode, ...answer }: Answer, revision: number) =>
      api.call(saveAnswer, {
        as: focalPoint,
        params: { ...id(round), indicatorCode },
        body: input({ indicatorCode, ...answer }),
        revision,
      });
    const comment = async (round: keyof typeof rounds, audience: "country" | "shared", body: string) => {
      const code = audience === "country" ? null : "TIP-PRO-01";
      const params = id(round);
      const reply = await api.call(addComment, {
        as: focalPoint,
        params,
        body: { indicatorCode: code, audience, body },
      });
      if (reply.status !== 201) throw new Error(reply.text);
    };
    const marked = (answer: Answer, mark: (where: string) => string): Answer => ({
      ...answer,
      comment: mark("comment"),
      evidence: [{ title: mark("evidence"), url: `https://example.org/${mark("link")}`, locator: mark("locator") }],
    });

    await fill(api, `focal_point:${country}`, rounds.published[country] as string, {
      seed: country === own ? 3 : 4,
      but: (answers) =>
        answers.map((answer) =>
          answer.indicatorCode === "TIP-PRO-01"
            ? marked(answer, (where) => plant(`published ${where} ${country}`, orSecretariat))
            : answer,
        ),
    });
    await submit(api, `focal_point:${country}`, rounds.published[country] as string);
    await api.call(acceptSubmission, { as: secretariat, params: id("published"), body: {} });
    await agree(api, `focal_point:${country}`, rounds.published[country] as string);
    const published = await api.call(publishSubmission, { as: secretariat, params: id("published"), body: {} });
    if (published.status !== 200) throw new Error(published.text);

    const filled = await fill(api, `focal_point:${country}`, rounds.reworked[country] as string, {
      seed: country === own ? 5 : 6,
      but: (answers) =>
        answers.map((answer) =>
          answer.indicatorCode === "TIP-PRO-01"
            ? marked(answer, (where) => plant(`submitted ${where} ${country}`, orSecretariat))
            : { ...answer, comment: answer.comment || "Explained" },
        ),
    });
    await submit(api, focalPoint, rounds.reworked[country] as string);
    const returned = await api.call(returnSubmission, {
      as: secretariat,
      params: id("reworked"),
      body: { comments: [{ indicatorCode: "TIP-PRO-01", body: plant(`question to ${country}`, orSecretariat) }] },
    });
    if (returned.status !== 200) throw new Error(returned.text);
    const reworked = marked(filled.get("TIP-PRO-02") as Answer, (where) =>
      plant(`reworked ${where} ${country}`, inCountry),
    );
    if ((await save("reworked", reworked, 1)).status !== 200) throw new Error("the rework was not saved");

    const draft: Answer = {
      indicatorCode: "",
      state: "not_available",
      value: null,
      reason: "There is no register yet",
      comment: "",
      evidence: [],
    };
    for (const code of ["TIP-LEG-01", "TIP-PRO-02"]) {
      const readers = code === "TIP-LEG-01" ? ofAssignedDraft : ofDraft;
      const answer = marked(
        { ...draft, indicatorCode: code, reason: plant(`draft reason ${country}`, readers) },
        (where) => plant(`draft ${where} ${country}`, readers),
      );
      const reply = await save("draft", answer, 0);
      if (reply.status !== 200) throw new Error(reply.text);
    }
    await comment("draft", "country", plant(`own talk ${country}`, inCountry));
    await comment("draft", "shared", plant(`shared talk ${country}`, orSecretariat));
    await comment("reworked", "country", plant(`own talk in rework ${country}`, inCountry));
    const reports = (reader: Reader) =>
      reader.country === country && ["focal_point", "alternate", "contributor"].includes(reader.role);
    // In the own country it may become an answer during the walk.
    const reason = plant(`proposal ${country}`, country === own ? ofAssignedDraft : reports);
    const proposed = await api.call(saveAnswer, {
      as: person("contributor", country),
      params: { ...id("draft"), indicatorCode: "TIP-LEG-02" },
      body: input({ ...draft, indicatorCode: "TIP-LEG-02", reason }),
      revision: 0,
    });
    if (proposed.status !== 200) throw new Error(proposed.text);
    const ofGuest = plant(
      `person of a section ${country}`,
      (reader) => reader.role === "secretariat" || (reports(reader) && reader.role !== "contributor"),
    );
    const section = await api.call(askForSection, {
      as: focalPoint,
      params: id("draft"),
      body: {
        ...{ name: ofGuest, institution: "Ministry", address: `${ofGuest}@people.example`, language: "es" },
        ...{ indicators: ["TIP-LEG-03"], dueOn: "2027-03-15", note: "" },
      },
    });
    if (section.status !== 201) throw new Error(section.text);
    const listed = await api.call(listProposals, { as: focalPoint, params: id("draft") });
    asked.set(country, { sectionId: section.body.id, proposalId: listed.body.proposals[0]?.id ?? "" });
    const extended = await api.call(extendSubmission, {
      as: secretariat,
      params: id("draft"),
      body: { dueOn: "2027-05-15", reason: "Change of government" },
    });
    if (extended.status !== 200) throw new Error(extended.text);

    const noted = await api.call(noteExchange, {
      as: secretariat,
      params: { year },
      body: {
        ...{ country, channel: "telephone", happenedOn: "2027-02-09", withWhom: "", isAsk: true, promisedOn: null },
        ...{ said: "other", detail: plant(`call with ${country}`, orSecretariat) },
      },
    });
    if (noted.status !== 201) throw new Error(noted.text);
    exchanges.set(country, noted.body.id);

    // That of the own country is held by what the whole Network reads; that of the other by nothing yet.
    const isSpeaker = (reader: Reader) =>
      reader.country === country && ["focal_point", "alternate", "liaison_officer"].includes(reader.role);
    const ofNetwork = (reader: Reader) => !["public", "contributor"].includes(reader.role);
    const ofFile = country === own ? ofNetwork : isSpeaker;
    const fileId = await addFile(api, focalPoint, {
      name: `${plant(`name of a file ${country}`, ofFile)}.csv`,
      content: Buffer.from(`a;b\n${plant(`content of a file ${country}`, ofFile)};1\n`),
    });
    files.set(country, fileId);

    const ownText = plant(`mail to ${country}`, (reader) => reader.role === "secretariat");
    const resent = await api.call(resendNotices, {
      as: secretariat,
      params: { year },
      body: { countries: [country], preview: false, text: { en: ownText } },
    });
    if (resent.status !== 200) throw new Error(resent.text);
    const { messages } = (await api.call(listOutgoingMail, { as: secretariat })).body;
    for (const message of messages.filter((each) => each.country === country && each.kind === "resend")) {
      const { body } = await api.call(getOutgoingMail, { as: secretariat, params: { mailId: message.id } });
      if (body.bodyText?.includes(ownText)) mails.set(country, message.id);
    }
  }

  const client = testClient({ connectionString: api.ownerUrl });
  await client.connect();
  await holdFile(client, { fileId: files.get(own) ?? "", country: own, userId: person("focal_point", own).userId });
  const content: TwoCountries["content"] = async (country) => {
    const tables = await client.query(
      `select c.relname as name, exists (
         select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'country_code' and not a.attisdropped
       ) as owned
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const hashes: [string, string][] = [];
    for (const { name, owned } of tables.rows as { name: string; owned: boolean }[]) {
      if (country !== undefined && !owned) continue;
      const condition = country === undefined ? "" : "where t.country_code = $1";
      const result = await client.query(
        `select count(*) || ' rows ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as hash
         from app.${client.escapeIdentifier(name)} t ${condition}`,
        country === undefined ? [] : [country],
      );
      hashes.push([name, result.rows[0].hash]);
    }
    return Object.fromEntries(hashes);
  };

  const lon = {
    body: "LON",
    heldOn: "2027-05-10",
    untilOn: null,
    place: "San José",
    host: "CRI",
    publicSource: null,
  } as const;
  const meetingId = (await api.call(planMeeting, { as: "secretariat", body: lon })).body.id;

  /** The report of a meeting that was held, with one point of these words. */
  const aReport = async (heldOn: string, words: string) => {
    const as = "secretariat";
    const planned = (await api.call(planMeeting, { as, body: { ...lon, heldOn } })).body;
    const params = { meetingId: planned.id };
    await api.call(holdMeeting, { as, params, revision: planned.revision });
    const begun = (await api.call(assembleReport, { as, params })).body;
    const point = { level: 1, verb: "agrees", speaker: null, words: { en: words, es: words }, overruled: [] } as const;
    const written = await api.call(saveReportPoint, {
      ...{ as, params: { reportId: begun.id, pointId: randomUUID() }, revision: begun.revision, body: point },
    });
    if (written.problem !== null) throw new Error(JSON.stringify(written.problem));
    return written.body;
  };
  const ofSecretariat = (where: string) => plant(where, (reader) => reader.role === "secretariat");
  const draft = await aReport("2026-03-10", ofSecretariat("draft report"));
  let final = await aReport("2026-03-11", ofSecretariat("working copy of a report"));
  const params = { reportId: final.id };
  const [point] = final.content.points.slice(-1);
  const forMembers = plant("circulated report", ({ role }) => readsLevel(role as Role, "members"));
  for (const [words, act] of [
    [forMembers, circulateReport],
    ["a todas", finaliseReport],
  ] as const) {
    const body = { level: 1, verb: "thanks", speaker: null, words: { en: words, es: words }, overruled: [] } as const;
    const written = await api.call(saveReportPoint, {
      ...{ as: "secretariat", params: { ...params, pointId: point?.id ?? "" }, revision: final.revision, body },
    });
    const sent = await api.call(act, { as: "secretariat", params, revision: written.body.revision });
    if (sent.problem !== null) throw new Error(JSON.stringify(sent.problem));
    final = sent.body;
    if (act === circulateReport)
      await api.call(commentOnReport, {
        ...{ as: person("focal_point", own), params },
        body: { version: 1, pointId: null, language: "es", text: forMembers, overruled: [] },
      });
  }
  const reported = {
    [own]: { reportedId: final.meetingId, reportId: final.id },
    [foreign]: { reportedId: draft.meetingId, reportId: draft.id },
  };
  // Documents of the Secretariat: for each circle of readers one that is filed, and one that is being written.
  const documentId = async (visibility: Visibility, isFiled: boolean) => {
    const mayRead = ({ role }: Reader) => {
      if (!isFiled) return role === "secretariat";
      // What is shown to everybody is in the public file, whoever asks for it.
      return visibility === "public" || (role !== "public" && readsLevel(role, visibility));
    };
    const where = `document for ${visibility}${isFiled ? "" : ", draft"}`;
    const params = { matterId: randomUUID() };
    const words = {
      language: "es",
      subject: plant(where, mayRead),
      body: plant(`words of ${where}`, mayRead),
    } as const;
    const translation = { subject: plant(`${where} in English`, mayRead), body: "" };
    const body = {
      ...words,
      translation,
      visibility,
      overruled: [...personalDetailKinds],
      documentKind: "other",
      meetingId,
      files: [],
    } as const;
    const saved = await api.call(saveDocument, { as: "secretariat", params, body, revision: 0 });
    if (saved.status !== 200) throw new Error(saved.text);
    if (isFiled) await api.call(fileDocument, { as: "secretariat", params, revision: 1 });
    return params.matterId;
  };
  for (const visibility of visibilities) await documentId(visibility, false);
  await documentId("public", true);
  await documentId("secretariat", true);
  await documentId("members", true);
  const ofNetwork = await documentId("network", true);

  // What civil society says: drafts are read by nobody here, what is filed by its circle, and by those to whom it is put at every level.
  const speaker = await api.addPerson({
    role: "civil_society",
    organisation: "RNCOM",
    displayName: "Somebody of RNCOM",
  });
  const voiceId = async (
    visibility: Visibility,
    isFiled: boolean,
    addressees: readonly string[],
    widened: { readonly toEverybody: boolean } = { toEverybody: false },
  ) => {
    const isReader = ({ role, country }: Reader) =>
      role !== "public" &&
      (readsLevel(role, visibility) || (country !== null && role !== "contributor" && addressees.includes(country)));
    const mayRead = (reader: Reader) => isFiled && (visibility === "public" || widened.toEverybody || isReader(reader));
    // What was answered while fewer read it stays with them.
    const mayReadAnswers = (reader: Reader) => isFiled && (visibility === "public" || isReader(reader));
    const where = `recommendation for ${visibility}${widened.toEverybody ? ", then for everybody" : ""}${isFiled ? "" : ", draft"}`;
    const params = { matterId: randomUUID() };
    const links = [{ kind: "indicator" as const, code: "TIP-PRV-04" }];
    const body: BodyInputOf<typeof saveVoice> = {
      ...{ subject: plant(where, mayRead), body: plant(`words of ${where}`, mayRead) },
      language: "es",
      ...{
        translation: { subject: plant(`${where} in English`, mayRead), body: "" },
        overruled: [...personalDetailKinds],
        files: [],
      },
      kind: "recommendation",
      ...{ contributionKind: null, owner: null, addressees: [...addressees], meetingId, visibility, links },
      source: { kind: "treaty_body", name: plant(`source of ${where}`, mayRead) },
    };
    const saved = await api.call(saveVoice, { as: speaker, params, body, revision: 0 });
    if (saved.status !== 200) throw new Error(saved.text);
    if (!isFiled) return params.matterId;
    await api.call(fileVoice, { as: speaker, params, revision: 1 });
    const said = { language: "es", overruled: [...personalDetailKinds] } as const;
    const as = person("focal_point", foreign);
    const answers = [
      await api.call(takeStance, {
        as,
        params,
        body: { ...said, said: "accepts", text: plant(`answer to ${where}`, mayReadAnswers) },
      }),
      await api.call(assessCompletion, {
        ...{
          as: speaker,
          params,
          body: { ...said, of: foreign, step: "limited", text: plant(`view of ${where}`, mayReadAnswers) },
        },
      }),
      await api.call(replyToMatter, {
        ...{
          as,
          params,
          body: { ...said, said: "reply", text: plant(`reply to ${where}`, mayReadAnswers), files: [] },
        },
      }),
    ];
    for (const { status, text } of answers) if (status !== 201) throw new Error(text);
    if (widened.toEverybody) {
      api.clock.advance(1);
      const open = { visibility: "public", overruled: [...personalDetailKinds] } as const;
      const shown = await api.call(showVoice, { as: speaker, params, revision: 2, body: open });
      if (shown.status !== 200) throw new Error(shown.text);
    }
    return params.matterId;
  };
  for (const visibility of visibilities) await voiceId(visibility, false, [foreign]);
  await voiceId("public", true, [foreign]);
  await voiceId("network", true, [foreign], { toEverybody: true });
  await voiceId("secretariat", true, [foreign]);
  await voiceId("members", true, [foreign]);
  const voiceOfNetwork = await voiceId("network", true, [foreign]);
  // Proposals of activities: what is being written is its own side's, what is filed its circle's.
  const activityId = async (visibility: VisibilityChoice, isFiled: boolean) => {
    const mayRead = ({ role, country }: Reader) =>
      role !== "public" &&
      ((isFiled && readsLevel(role, visibility)) || (country === foreign && roleFacts[role].speaks));
    const where = `activity for ${visibility}${isFiled ? "" : ", draft"}`;
    const params = { matterId: randomUUID() };
    const as = person("focal_point", foreign);
    const body: BodyInputOf<typeof saveActivity> = {
      ...{ subject: plant(where, mayRead), body: plant(`words of ${where}`, mayRead), language: "es" },
      translation: { subject: plant(`${where} in English`, mayRead), body: "" },
      ...{ overruled: [...personalDetailKinds], files: [], activityKind: "workshop", audience: ["labour"] },
      ...{ startsOn: "2025-02-01", endsOn: null, place: plant(`place of ${where}`, mayRead), host: foreign, meetingId },
      funding: { state: "sought", note: plant(`funding of ${where}`, mayRead) },
      ...{ aims: [{ kind: "indicator", code: "TIP-PRV-04" }], visibility },
    };
    const saved = await api.call(saveActivity, { as, params, body, revision: 0 });
    if (saved.status !== 200) throw new Error(saved.text);
    if (!isFiled) return params.matterId;
    await api.call(fileActivity, { as, params, revision: 1 });
    const overruled = [...personalDetailKinds];
    const held = await api.call(holdActivity, {
      ...{ as, params },
      body: {
        fromOn: "2025-02-01",
        untilOn: null,
        place: plant(`where ${where} was`, mayRead),
        attendance: [],
        overruled,
      },
    });
    const text = plant(`what came of ${where}`, mayRead);
    const results = [{ indicator: "TIP-PRV-04", year: 2025, text: plant(`result of ${where}`, mayRead) }];
    const evaluated = await api.call(evaluateActivity, {
      ...{ as, params, body: { language: "es", text, results, overruled } },
    });
    for (const { status, text: reply } of [held, evaluated]) if (status !== 201) throw new Error(reply);
    return params.matterId;
  };
  for (const visibility of visibilityChoices) await activityId(visibility, false);
  await activityId("secretariat", true);
  await activityId("members", true);
  const activityOfNetwork = await activityId("network", true);
  // What a country tells of its progress: one for the Network, and of the other Protocol a draft here and one for members there.
  const narratives = new Map<string, string>();
  for (const country of [own, foreign]) {
    const tell = async (instrument: "TIP" | "SOM", visibility: VisibilityChoice, isFiled: boolean) => {
      const mayRead = ({ role, country: of }: Reader) =>
        (isFiled && role !== "public" && readsLevel(role, visibility)) ||
        (of === country && role !== "public" && roleFacts[role].speaks);
      const where = `progress of ${country} for ${visibility}${isFiled ? "" : ", draft"}`;
      const params = { matterId: randomUUID() };
      const body: BodyInputOf<typeof saveNarrative> = {
        ...{ subject: plant(where, mayRead), body: plant(`words of ${where}`, mayRead), language: "es", instrument },
        ...{ translation: { subject: plant(`${where} in English`, mayRead), body: "" }, files: [], visibility },
        ...{ overruled: [...personalDetailKinds], meetingId, indicators: [] },
      };
      const as = person("focal_point", country);
      const saved = await api.call(saveNarrative, { as, params, body, revision: 0 });
      if (saved.status !== 200) throw new Error(saved.text);
      if (isFiled) await api.call(fileNarrative, { as, params, revision: 1 });
      return params.matterId;
    };
    narratives.set(country, await tell("TIP", "network", true));
    await tell("SOM", "members", country === foreign);
  }
  // How countries apply the Regional Guidelines: of itself one for the Network and a draft, and a view of IOM that its country alone reads yet.
  const steps = [{ code: null, name: { en: "Adopted as a norm", es: "Adoptados como norma" }, indicators: [] }];
  await api.call(saveGuidelineSteps, {
    ...{ as: "secretariat", body: { source: { en: "", es: "" }, steps }, revision: 0 },
  });
  const statements = new Map<string, string>();
  const iom = await api.addPerson({ role: "observer", organisation: "IOM" });
  for (const country of [own, foreign]) {
    const state = async (visibility: VisibilityChoice, isFiled: boolean, isView = false) => {
      const mayRead = ({ role, country: of }: Reader) => {
        if (role === "public") return false;
        if (isView)
          return (
            role === "observer" || (of === country && isFiled && readsLevel(role, "members") && isCountryRole(role))
          );
        return (isFiled && readsLevel(role, visibility)) || (of === country && roleFacts[role].speaks);
      };
      const where = `${isView ? "view" : "statement"} of ${country} for ${visibility}${isFiled ? "" : ", draft"}`;
      const params = { matterId: randomUUID() };
      const body: BodyInputOf<typeof saveGuidelineStatement> = {
        ...{ subject: plant(where, mayRead), body: plant(`words of ${where}`, mayRead), language: "es", country },
        ...{ translation: { subject: plant(`${where} in English`, mayRead), body: "" }, files: [], visibility },
        ...{ overruled: [...personalDetailKinds], step: "G1", said: "partly", asOf: "2026-03-01" },
        ...{ replyDays: isView ? 60 : null, meetingId: null },
      };
      const as = isView ? iom : person("focal_point", country);
      const saved = await api.call(saveGuidelineStatement, { as, params, body, revision: 0 });
      if (saved.status !== 200) throw new Error(saved.text);
      if (isFiled) await api.call(fileGuidelineStatement, { as, params, revision: 1 });
      return params.matterId;
    };
    statements.set(country, await state("network", true));
    await state("members", false);
    await state("network", true, true);
  }
  // Commitments that a country owes and was sent: one that the whole Network reads, and one for that country and the Secretariat.
  const commitments = new Map<string, { readonly commitmentId: string; readonly replyId: string }>();
  for (const country of [own, foreign]) {
    const put = async (visibility: VisibilityChoice, mayRead: (reader: Reader) => boolean) => {
      const params = { matterId: randomUUID() };
      const where = `commitment of ${country} for ${visibility}`;
      const words = {
        language: "es",
        subject: plant(where, mayRead),
        body: plant(`words of ${where}`, mayRead),
      } as const;
      const body = {
        ...{
          ...words,
          translation: null,
          overruled: [...personalDetailKinds],
          meetingId,
          point: "3b",
          responsible: country,
          to: [country],
        },
        ...{ dueOn: null, visibility, stage: "open" as const, isInReport: false },
      };
      const saved = await api.call(saveCommitment, { as: "secretariat", params, body, revision: 0 });
      if (saved.status !== 200) throw new Error(saved.text);
      await api.call(fileCommitment, { as: "secretariat", params, revision: 1 });
      const sending = { to: [country], replyBy: null, documents: [] };
      await api.call(dispatchCommitment, { as: "secretariat", params, body: sending, revision: 2 });
      const text = plant(`answer to ${where}`, mayRead);
      const answer = { said: "reply", language: "es", text, files: [], overruled: [...personalDetailKinds] } as const;
      const { id } = (await api.call(replyToMatter, { as: person("focal_point", country), params, body: answer })).body;
      return { commitmentId: params.matterId, replyId: id };
    };
    const inNetwork = ({ role }: Reader) => !["public", "contributor"].includes(role);
    await put(
      "secretariat",
      (reader) => reader.role === "secretariat" || (inNetwork(reader) && reader.country === country),
    );
    commitments.set(country, await put("network", inNetwork));
  }

  const targetsOf = async (country: string): Promise<Targets> => {
    const leaving = await api.addPerson({ role: "liaison_officer", country, displayName: `Somebody of ${country}` });
    return {
      draftId: rounds.draft[country] as string,
      frozenId: rounds.reworked[country] as string,
      country,
      year,
      personId: leaving.userId,
      mailId: mails.get(country) ?? "",
      exchangeId: exchanges.get(country) ?? "",
      sectionId: asked.get(country)?.sectionId ?? "",
      proposalId: asked.get(country)?.proposalId ?? "",
      fileId: files.get(country) ?? "",
      meetingId,
      ...(country === own ? reported[own] : reported[foreign]),
      documentId: ofNetwork,
      voiceId: voiceOfNetwork,
      activityId: activityOfNetwork,
      narrativeId: narratives.get(country) ?? "",
      statementId: statements.get(country) ?? "",
      ...(commitments.get(country) ?? { commitmentId: "", replyId: "" }),
    };
  };
  return {
    api,
    people,
    canaries,
    person,
    content,
    targets: { [own]: await targetsOf(own), [foreign]: await targetsOf(foreign) },
    missing: {
      draftId: randomUUID(),
      frozenId: randomUUID(),
      country: "ZZZ",
      year,
      personId: randomUUID(),
      mailId: randomUUID(),
      exchangeId: randomUUID(),
      sectionId: randomUUID(),
      proposalId: randomUUID(),
      fileId: randomUUID(),
      meetingId: randomUUID(),
      reportedId: randomUUID(),
      reportId: randomUUID(),
      documentId: randomUUID(),
      voiceId: randomUUID(),
      activityId: randomUUID(),
      narrativeId: randomUUID(),
      statementId: randomUUID(),
      commitmentId: randomUUID(),
      replyId: randomUUID(),
    },
    close: async () => {
      await client.end();
      await api.close();
    },
  };
}

/** A document that a country has filed for the Network, with this file. */
async function holdFile(
  client: ReturnType<typeof testClient>,
  { fileId, country, userId }: { readonly fileId: string; readonly country: string; readonly userId: string },
): Promise<void> {
  const matterId = randomUUID();
  await client.query(
    `insert into app.matter (id, kind, author_code, language, subject, body, text_revision, visibility, state, version, revision, filed_at,
       created_at, created_by, created_by_name)
     values ($1, 'document', $2, 'es', 'Documento', '', 1, 'network', 'filed', 1, 1, now(), now(), $3, 'Somebody')`,
    [matterId, country, userId],
  );
  await client.query(
    "insert into app.file_use (id, file_id, place, matter_id, version, added_at, added_by) values ($1, $2, 1, $3, 1, now(), $4)",
    [randomUUID(), fileId, matterId, userId],
  );
}
