import { Firestore } from 'firebase-admin/firestore';

/** What went over the line to Firestore, in its own words. */
export interface WireCount {
  reads: number;
  writes: number;
  deletes: number;
  /** Stops counting. */
  end(): void;
}

interface CommitRequest {
  readonly writes?: readonly { readonly delete?: unknown }[];
}
interface Answer {
  readonly found?: unknown;
  readonly missing?: unknown;
  readonly document?: unknown;
  readonly result?: {
    readonly aggregateFields: Readonly<Record<string, { readonly integerValue?: unknown }>>;
  };
}
/** Where Google's client hands its requests to the line. */
interface Line {
  request(method: string, request: CommitRequest, ...rest: unknown[]): Promise<unknown>;
  requestStream(method: string, ...rest: unknown[]): Promise<NodeJS.ReadableStream>;
}

const ENTRIES_PER_READ = 1_000;

/** Counts, from now on, what every client of this process asks of Firestore: documents found and missing, writes of commits. */
export function countOnTheWire(): WireCount {
  const line = Firestore.prototype as unknown as Line;
  const { request, requestStream } = line;
  const count: WireCount = {
    reads: 0,
    writes: 0,
    deletes: 0,
    end: () => {
      Object.assign(line, { request, requestStream });
    },
  };
  line.request = function (method, body, ...rest) {
    if (method === 'commit') {
      for (const write of body.writes ?? []) count[write.delete === undefined ? 'writes' : 'deletes'] += 1;
    }
    return request.call(this, method, body, ...rest);
  };
  line.requestStream = async function (method, ...rest) {
    const stream = await requestStream.call(this, method, ...rest);
    let documents = 0;
    stream.on('data', (answer: Answer) => {
      if (answer.found || answer.missing || answer.document) documents += 1;
      for (const field of Object.values(answer.result?.aggregateFields ?? {}))
        documents += Math.ceil(Number(field.integerValue) / ENTRIES_PER_READ);
    });
    stream.on('end', () => {
      count.reads += Math.max(1, documents);
    });
    return stream;
  };
  return count;
}
