import "@avances/db/quick-imports";

const { runApi } = await import("./run-api.ts");
await runApi();
