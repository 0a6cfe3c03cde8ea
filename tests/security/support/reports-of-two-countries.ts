import { addFile } from "@avances/api/testing/add-file";
import { agree, aRound, fill, input, submit } from "@avances/api/testing/reporting-round";
import {
  acceptSubmission,
  addComment,
  askForSection,
  extendSubmission,
  getOutgoingMail,
  listOutgoingMail,
  listProposals,
  noteExchange,
  publishSubmission,
  resendNotices,
  returnSubmission,
  saveAnswer,
} from "@avances/contracts";
import type { Answer } from "@avances/domain/answer";
import { foreign, type Ground, own, type Reader, year } from "./canaries.ts";
import type { Targets } from "./operations.ts";

/** Of each country a published report, one that was returned and is being reworked, and a draft; with remarks, a section, notes, files and mails. */
export async function seedReports({ api, person, plant }: Ground) {
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
  return { rounds, mails, exchanges, files, asked };
}
