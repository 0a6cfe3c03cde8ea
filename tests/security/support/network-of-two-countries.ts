import { randomUUID } from "node:crypto";
import {
  assembleReport,
  assessCompletion,
  type BodyInputOf,
  circulateReport,
  commentOnReport,
  dispatchCommitment,
  evaluateActivity,
  fileActivity,
  fileCommitment,
  fileDocument,
  fileGuidelineStatement,
  fileNarrative,
  fileVoice,
  finaliseReport,
  holdActivity,
  holdMeeting,
  planMeeting,
  replyToMatter,
  saveActivity,
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
import { isCountryRole, type Role, roleFacts } from "@avances/domain/access";
import {
  readsLevel,
  type Visibility,
  type VisibilityChoice,
  visibilities,
  visibilityChoices,
} from "@avances/domain/network";
import { personalDetailKinds } from "@avances/domain/text";
import { done, foreign, type Ground, own, type Reader } from "./canaries.ts";

const lon = {
  body: "LON",
  heldOn: "2027-05-10",
  untilOn: null,
  place: "San José",
  host: "CRI",
  publicSource: null,
} as const;

/** A meeting, two reports of meetings, and of each kind of matter what is filed for each circle and what is being written. */
export async function seedNetwork(ground: Ground) {
  const meetingId = (await ground.api.call(planMeeting, { as: "secretariat", body: lon })).body.id;
  return {
    meetingId,
    reported: await seedMeetingReports(ground),
    documentId: await seedDocuments(ground, meetingId),
    voiceId: await seedVoices(ground, meetingId),
    activityId: await seedActivities(ground, meetingId),
    narratives: await seedNarratives(ground, meetingId),
    statements: await seedStatements(ground),
    commitments: await seedCommitments(ground, meetingId),
  };
}

/** Of two meetings the reports: a draft, and one that was circulated, commented on and is final. */
async function seedMeetingReports({ api, person, plant }: Ground) {
  /** The report of a meeting that was held, with one point of these words. */
  const aReport = async (heldOn: string, words: string) => {
    const as = "secretariat";
    const planned = (await api.call(planMeeting, { as, body: { ...lon, heldOn } })).body;
    const params = { meetingId: planned.id };
    done(await api.call(holdMeeting, { as, params, revision: planned.revision }));
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
  return {
    [own]: { reportedId: final.meetingId, reportId: final.id },
    [foreign]: { reportedId: draft.meetingId, reportId: draft.id },
  };
}

/** Documents of the Secretariat: for each circle of readers one that is filed, and one that is being written. */
async function seedDocuments({ api, plant }: Ground, meetingId: string): Promise<string> {
  const file = async (visibility: Visibility, isFiled: boolean) => {
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
    done(await api.call(saveDocument, { as: "secretariat", params, body, revision: 0 }));
    if (isFiled) done(await api.call(fileDocument, { as: "secretariat", params, revision: 1 }));
    return params.matterId;
  };
  for (const visibility of visibilities) await file(visibility, false);
  await file("public", true);
  await file("secretariat", true);
  await file("members", true);
  return file("network", true);
}

/** What civil society says: drafts are read by nobody here, what is filed by its circle, and by those to whom it is put at every level. */
async function seedVoices({ api, person, plant }: Ground, meetingId: string): Promise<string> {
  const speaker = await api.addPerson({
    role: "civil_society",
    organisation: "RNCOM",
    displayName: "Somebody of RNCOM",
  });
  const put = async (
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
    done(await api.call(saveVoice, { as: speaker, params, body, revision: 0 }));
    if (!isFiled) return params.matterId;
    done(await api.call(fileVoice, { as: speaker, params, revision: 1 }));
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
  for (const visibility of visibilities) await put(visibility, false, [foreign]);
  await put("public", true, [foreign]);
  await put("network", true, [foreign], { toEverybody: true });
  await put("secretariat", true, [foreign]);
  await put("members", true, [foreign]);
  return put("network", true, [foreign]);
}

/** Proposals of activities: what is being written is its own side's, what is filed its circle's. */
async function seedActivities({ api, person, plant }: Ground, meetingId: string): Promise<string> {
  const propose = async (visibility: VisibilityChoice, isFiled: boolean) => {
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
    done(await api.call(saveActivity, { as, params, body, revision: 0 }));
    if (!isFiled) return params.matterId;
    done(await api.call(fileActivity, { as, params, revision: 1 }));
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
  for (const visibility of visibilityChoices) await propose(visibility, false);
  await propose("secretariat", true);
  await propose("members", true);
  return propose("network", true);
}

/** What a country tells of its progress: one for the Network, and of the other Protocol a draft here and one for members there. */
async function seedNarratives({ api, person, plant }: Ground, meetingId: string): Promise<ReadonlyMap<string, string>> {
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
      done(await api.call(saveNarrative, { as, params, body, revision: 0 }));
      if (isFiled) done(await api.call(fileNarrative, { as, params, revision: 1 }));
      return params.matterId;
    };
    narratives.set(country, await tell("TIP", "network", true));
    await tell("SOM", "members", country === foreign);
  }
  return narratives;
}

/** How countries apply the Regional Guidelines: of itself one for the Network and a draft, and a view of IOM that its country alone reads yet. */
async function seedStatements({ api, person, plant }: Ground): Promise<ReadonlyMap<string, string>> {
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
      done(await api.call(saveGuidelineStatement, { as, params, body, revision: 0 }));
      if (isFiled) done(await api.call(fileGuidelineStatement, { as, params, revision: 1 }));
      return params.matterId;
    };
    statements.set(country, await state("network", true));
    await state("members", false);
    await state("network", true, true);
  }
  return statements;
}

/** Commitments that a country owes and was sent: one that the whole Network reads, and one for that country and the Secretariat. */
async function seedCommitments({ api, person, plant }: Ground, meetingId: string) {
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
      done(await api.call(saveCommitment, { as: "secretariat", params, body, revision: 0 }));
      done(await api.call(fileCommitment, { as: "secretariat", params, revision: 1 }));
      const sending = { to: [country], replyBy: null, documents: [] };
      done(await api.call(dispatchCommitment, { as: "secretariat", params, body: sending, revision: 2 }));
      const text = plant(`answer to ${where}`, mayRead);
      const answer = { said: "reply", language: "es", text, files: [], overruled: [...personalDetailKinds] } as const;
      const { id } = done(
        await api.call(replyToMatter, { as: person("focal_point", country), params, body: answer }),
      ).body;
      return { commitmentId: params.matterId, replyId: id };
    };
    const inNetwork = ({ role }: Reader) => !["public", "contributor"].includes(role);
    await put(
      "secretariat",
      (reader) => reader.role === "secretariat" || (inNetwork(reader) && reader.country === country),
    );
    commitments.set(country, await put("network", inNetwork));
  }
  return commitments;
}
