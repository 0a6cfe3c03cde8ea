import { openSectionLink } from "@avances/contracts";
import { ticketToken } from "@avances/notices";
import type { testClient } from "@avances/testing";
import type { TestApi, TestPerson } from "./start-test-api.ts";

type Owner = ReturnType<typeof testClient>;

/** The token of the link that was mailed last to the person of this section. */
export async function sectionToken(api: TestApi, owner: Owner, sectionId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select t.id from auth.ticket t join app.app_user u on u.id = t.user_id
     where u.section_id = $1 and t.kind = 'section_link' order by t.created_at desc, t.id desc limit 1`,
    [sectionId],
  );
  return ticketToken(api.deps.config.secrets.ticketKey, rows[0]?.id as string);
}

/** Opens the link and returns its person, with the session that the cookie names. */
export async function openSection(api: TestApi, owner: Owner, sectionId: string): Promise<TestPerson> {
  const reply = await api.call(openSectionLink, { body: { token: await sectionToken(api, owner, sectionId) } });
  if (reply.status !== 200) throw new Error(reply.text);
  const { rows } = await owner.query(
    `select u.id as "userId", u.role, u.country_code as country, u.assigned_indicators as "assignedIndicators",
       u.display_name as "displayName", u.email, s.id as "sessionId"
     from app.app_user u join auth.session s on s.user_id = u.id where u.section_id = $1 order by s.created_at desc limit 1`,
    [sectionId],
  );
  const cookies = [reply.headers["set-cookie"]].flat().map((cookie) => String(cookie).split(";")[0]);
  return { ...(rows[0] as TestPerson), cookie: cookies.join("; ") };
}
