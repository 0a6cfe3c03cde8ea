import type { Colleague } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import { mayDo, seesAssignedOnly } from "@avances/domain/access";
import { seesIndicator } from "#features/shared/allow.ts";
import type { Place, Presence } from "./live-news.ts";

export interface Reader {
  readonly actor: Actor;
  /** The reader's own stream and browser. */
  readonly stream: string;
  readonly browser: string;
}

/**
 * Those of the people with this report open whom the reader may know about, and as what. Whoever reads the whole report sees everybody in it
 * with an account; a contributor sees people who are at one of the assigned indicators, or in a section with one of them. Who came by a
 * section link is known only to those who ask for sections.
 */
export function colleaguesOf(people: readonly Presence[], { actor, stream, browser }: Reader): readonly Colleague[] {
  return people
    .filter((each) => each.stream !== stream && mayKnow(actor, each))
    .map((each) => ({
      stream: each.stream,
      who: each.user !== actor.userId ? "colleague" : each.browser === browser ? "own-tab" : "own-elsewhere",
      name: each.name,
      section: each.section,
      indicatorCode: each.indicatorCode,
    }));
}

function mayKnow(actor: Actor, { user, bySection, section, indicatorCode }: Presence): boolean {
  if (user === actor.userId) return true;
  if (bySection) return mayDo(actor.role, "section.manage");
  if (!seesAssignedOnly(actor.role)) return true;
  if (indicatorCode !== null) return seesIndicator(actor, indicatorCode);
  return section !== null && (actor.assignedIndicators ?? []).some((code) => isIn(section, code));
}

/** May this person say that they are there? Only where they can be. */
export function mayBeAt(actor: Actor, { section, indicatorCode }: Place): boolean {
  if (
    indicatorCode !== null &&
    (!seesIndicator(actor, indicatorCode) || (section !== null && !isIn(section, indicatorCode)))
  )
    return false;
  if (section === null || !seesAssignedOnly(actor.role)) return true;
  return (actor.assignedIndicators ?? []).some((code) => isIn(section, code));
}

const isIn = (section: string, code: string) => code.startsWith(`${section}-`);
