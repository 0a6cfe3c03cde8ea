import type { Contract } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import { type CookieName, cookieName } from "../cookies.ts";
import type { Operation, SecurityScheme } from "./shape.ts";

function cookie(name: CookieName, isSecure: boolean, description: string): SecurityScheme {
  const publicUrl = isSecure ? "https://" : "http://";
  return { type: "apiKey", in: "cookie", name: cookieName({ publicUrl }, name), description };
}

/** The same two cookies under two names: browsers refuse the `__Host-` names when a portal is reached over plain http. */
export const securitySchemes = {
  session: cookie("at", true, "The session, for ten minutes. `POST /session` and `POST /session/refresh` set it."),
  sessionPlainHttp: cookie(
    "at",
    false,
    "The same where the portal is opened over plain http, which it allows on the machine that it runs on.",
  ),
  refresh: cookie("rt", true, "Exchanged for new cookies when the session's has run out. It works once."),
  refreshPlainHttp: cookie("rt", false, "The same over plain http."),
} as const;

type Ways = Operation["security"];

export const openSecurity: Ways = [];
const session: Ways = [{ session: [] }, { sessionPlainHttp: [] }];

/** How a caller of an operation identifies themselves; public operations work with a session and without one. */
export function securityOf(contract: Contract): Ways {
  if (contract.refreshes) return [{ refresh: [] }, { refreshPlainHttp: [] }];
  return rolesFor(contract.action).includes("public") ? [{}, ...session] : session;
}
