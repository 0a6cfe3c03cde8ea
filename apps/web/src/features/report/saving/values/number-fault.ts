import type { ParsedNumber } from "@avances/domain/answer";
import type { FieldFault } from "./value-form.ts";

/** Why a typed number cannot be saved, or null when it can. */
export function faultOf(parsed: ParsedNumber): FieldFault | null {
  switch (parsed.kind) {
    case "invalid":
      return { kind: parsed.reason };
    case "ambiguous":
      return { kind: "ambiguous", readings: parsed.readings };
    case "number":
    case "empty":
      return null;
  }
}
