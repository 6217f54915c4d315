/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  export interface BuiltRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
  }
  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests in all, instead of a duration. */
    readonly amount?: number;
    readonly requests: readonly {
      /** Called for every request; what it gives is sent. */
      setupRequest(defaults: BuiltRequest): BuiltRequest;
    }[];
  }
  export interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  // biome-ignore lint/style/noDefaultExport: this is how autocannon exports itself
  export default function autocannon(options: Options): Promise<Result>;
}
