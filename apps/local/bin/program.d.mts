export function programFile(app?: "local" | "api"): Promise<string>;
