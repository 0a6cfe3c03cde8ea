import autocannon, { type Client, type Options } from "autocannon";
import type { Child } from "./child.ts";

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
  /** Gives each connection requests of its own. */
  readonly eachConnection?: (client: Client, index: number) => void;
  /** Before each round: what an interrupted round may have left behind is read again. */
  readonly prepare?: () => Promise<void>;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

/**
 * Drives all contestants in turn, A B C A B C …, so that a slow minute of the machine hits every one of them, and returns the median
 * round of each. Throws when anything but success was answered.
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
  const { server, path = "/", headers, eachConnection, prepare } = contestant;
  await prepare?.();
  let index = 0;
  const options: Options = {
    url: `${server.url}${path}`,
    connections,
    duration: seconds,
    ...(headers && { headers }),
    ...(eachConnection && {
      setupClient: (client) => {
        eachConnection(client, index);
        index += 1;
      },
    }),
  };
  const before = server.processorMs();
  const result = await autocannon(options);
  const after = server.processorMs();
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed, ${result.timeouts} timed out`);
  const count = result.requests.total;
  return {
    requestsPerSecond: count / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processorMicros: before === null || after === null ? null : ((after - before) * 1000) / count,
  };
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
