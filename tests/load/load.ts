import autocannon, { type Client } from "autocannon";
import type { Child } from "./child.ts";
import { repeatGet } from "./repeat-get.ts";

/** What one server did under load. */
export interface Rate {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server alone for one request, in microseconds; null where the system does not tell. */
  readonly processorMicros: number | null;
}

export interface Contestant {
  readonly server: Child;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives each connection its own requests; without it, each asks for the same answer again and again. */
  readonly eachConnection?: (client: Client, index: number) => void;
  /** Runs before each round: reads again what an interrupted round may have left behind. */
  readonly prepare?: () => Promise<void>;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

/**
 * Loads all contestants in turn, A B C A B C …, so that a slow minute of the machine hits every one of them, and returns the median
 * round of each. Throws when a reply was not a success.
 */
export async function compare<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  connections: number,
  pace: Pace,
): Promise<Record<Name, Rate>> {
  const names = Object.keys(contestants) as Name[];
  for (const name of names) await drive(name, contestants[name], connections, 1);
  const rounds: Record<string, Rate[]> = {};
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const name of names) {
      const rate = await drive(name, contestants[name], connections, pace.seconds);
      rounds[name] = [...(rounds[name] ?? []), rate];
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianRate(rounds[name] ?? [])])) as Record<Name, Rate>;
}

async function drive(name: string, contestant: Contestant, connections: number, seconds: number): Promise<Rate> {
  const { server, prepare } = contestant;
  await prepare?.();
  const before = server.processorMs();
  const { count, ...rate } = await requests(contestant, connections, seconds).catch((error: Error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  const after = server.processorMs();
  return { ...rate, processorMicros: before === null || after === null ? null : ((after - before) * 1000) / count };
}

async function requests(contestant: Contestant, connections: number, seconds: number) {
  const { server, path = "/", headers = {}, eachConnection } = contestant;
  const url = `${server.url}${path}`;
  if (eachConnection === undefined) {
    const { count, seconds: took, latencies } = await repeatGet(url, headers, connections, seconds);
    return { count, requestsPerSecond: count / took, ...within(latencies) };
  }
  let index = 0;
  // Autocannon's own histogram counts in whole milliseconds.
  const latencies: number[] = [];
  const setupClient = (client: Client) => {
    client.on("response", (_status: number, _bytes: number, took: number) => latencies.push(took));
    eachConnection(client, index);
    index += 1;
  };
  const { non2xx, errors, timeouts, ...result } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    setupClient,
  });
  if (non2xx + errors + timeouts > 0) throw new Error(`${non2xx} refused, ${errors} failed, ${timeouts} timed out`);
  const count = result.requests.total;
  return { count, requestsPerSecond: count / result.duration, ...within(Float64Array.from(latencies)) };
}

/** Within how many milliseconds 50 and 99 of 100 replies came. Sorts its argument. */
export function within(latencies: Float64Array): Pick<Rate, "p50" | "p99"> {
  const sorted = latencies.sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function medianRate(rates: readonly Rate[]): Rate {
  const processor = rates.flatMap((rate) => rate.processorMicros ?? []);
  return {
    requestsPerSecond: median(rates.map((rate) => rate.requestsPerSecond)),
    p50: median(rates.map((rate) => rate.p50)),
    p99: median(rates.map((rate) => rate.p99)),
    processorMicros: processor.length === 0 ? null : median(processor),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
