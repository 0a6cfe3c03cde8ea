import "@avances/db/quick-imports";

const { runSchedulerProcess } = await import("./run-scheduler-process.ts");
await runSchedulerProcess();
