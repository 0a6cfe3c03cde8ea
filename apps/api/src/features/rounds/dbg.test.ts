import { getRoundStatus, openRound } from "@avances/contracts";
import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { startTestApi } from "../../testing/start-test-api.ts";
test("bench", { timeout: 200000 }, async () => {
  const api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  for (const year of [2022, 2023, 2024, 2025, 2026, 2027]) {
    await api.call(openRound, { as: "secretariat", body: { year, opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedGroup: "CA-MEX" } });
  }
  for (const c of ["CRI", "GTM", "SLV", "HND", "NIC", "PAN", "MEX", "BLZ"]) await api.person(`focal_point:${c}` as never);
  for (const as of ["secretariat"] as const) {
    const once = () => api.call(getRoundStatus, { as, params: { year: "2027" } as never });
    for (let i = 0; i < 200; i++) await once();
    const session = new Session(); session.connect();
    await session.post("Profiler.enable"); await session.post("Profiler.start");
    const cpu = process.cpuUsage(); const n = 400; let left = n;
    await Promise.all(Array.from({ length: 8 }, async () => { while (left-- > 0) await once(); }));
    const used = process.cpuUsage(cpu);
    console.log(as, "cpu ms/req", (used.user + used.system) / 1000 / n);
    const { profile } = await session.post("Profiler.stop");
    const self = new Map<string, number>(); const dt = profile.timeDeltas ?? [];
    const byId = new Map(profile.nodes.map((x) => [x.id, x]));
    profile.samples?.forEach((id, i) => { const f = byId.get(id)!.callFrame; const k = `${f.functionName} ${f.url.split("/").slice(-2).join("/")}`; self.set(k, (self.get(k) ?? 0) + dt[i]!); });
    console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${(v / 1000 / n).toFixed(3)} ${k}`).join("\n"));
  }
  await api.close();
});
