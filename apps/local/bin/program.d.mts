export function programFile(): Promise<string>;
