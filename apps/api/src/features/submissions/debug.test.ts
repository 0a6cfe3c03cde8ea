import { saveAnswer } from "@avances/contracts";
import { completeAnswers } from "@avances/testing";
import { test } from "vitest";
import { aRound, input } from "#testing/reporting-round.ts";
import { startTestApi } from "#testing/start-test-api.ts";
import { saveAnswer as use } from "./save-answer.ts";

test("x", async () => {
  const api = await startTestApi();
  const ids = await aRound(api, 2027, ["CRI"]);
  const a = completeAnswers(api.deps.catalogues.current, { seed: 3 })[0]!;
  try {
    console.log(
      await use(api.deps, await api.person("focal_point:CRI"), {
        submissionId: ids.CRI!,
        indicatorCode: a.indicatorCode,
        answer: input(a),
        revision: 0,
      }),
    );
  } catch (e) {
    console.log(e, (e as any).cause);
  }
  const r = await api.call(saveAnswer, {
    as: "focal_point:CRI",
    params: { submissionId: ids.CRI!, indicatorCode: a.indicatorCode },
    body: input(a),
    revision: 1,
  });
  console.log(r.status, r.text);
  console.log(api.logLines.slice(-3));
  await api.close();
});
