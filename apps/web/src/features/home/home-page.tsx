import { mayDo } from "@avances/domain/access";
import { Navigate, useLocation } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { later } from "#lib/later.tsx";
import { cameByLink, isCountryTeam } from "#lib/person-rights.ts";
import { useSession } from "#lib/session.ts";
import { CountryHome } from "./country-home.tsx";
import { StatusBoard } from "./status-board.tsx";

const OwnAccount = later(() => import("./own-account.tsx").then((m) => m.OwnAccount));

/** The page after signing in: each person's own work. */
export function HomePage() {
  const lang = useLanguage();
  const { person } = useSession();
  const isAccount = useLocation({ select: ({ hash }) => hash === "account" });
  if (person === null) return null;
  const { role } = person;
  if (isAccount && !cameByLink(person)) return <OwnAccount />;
  if (mayDo(role, "rounds.manage")) return <Navigate to="/$lang/rounds" params={{ lang }} replace />;
  if (isCountryTeam(person)) return <CountryHome />;
  if (mayDo(role, "status-board.read")) return <StatusBoard />;
  // Whoever only reads what is published has the Network to come to.
  return <Navigate to="/$lang/network/$" params={{ lang, _splat: "" }} replace />;
}
