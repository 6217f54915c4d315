/** A request as LINE's servers see it. Header names are lower case; query values are decoded. */
export interface LineRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface LineResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The answer is held back this long; who carries it over a socket does the waiting. */
  readonly delayMs?: number;
  /** The connection breaks in the middle of the body: `body` holds what arrives, the length header says more. */
  readonly isCutShort?: boolean;
}

/** The connection broke before an answer came. Over a socket it is reset. */
export class ConnectionCut extends Error {
  constructor() {
    super('connection cut');
    this.name = 'ConnectionCut';
  }
}

/** An answer with a JSON body. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): LineResponse {
  const body = Buffer.from(JSON.stringify(value));
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  };
}

/** An answer of bytes. */
export function bytes(status: number, contentType: string, body: Buffer): LineResponse {
  return { status, headers: { 'content-type': contentType }, body };
}
