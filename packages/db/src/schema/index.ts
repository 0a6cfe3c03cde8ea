export * from "./notice.ts";
export * from "./record.ts";
export * from "./reference.ts";
export * from "./release.ts";
export * from "./round.ts";
export * from "./schemas.ts";
export * from "./submission.ts";
export * from "./user.ts";
