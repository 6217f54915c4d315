import type { z } from 'zod';
import type { Role } from '../../shared/people/roles.ts';
import type { Member } from '../people/records.ts';
import type { WriteRequest } from './write-request.ts';

/** Who may call a route. There is no "everybody": the API serves the office's own people. */
export type Allowed = readonly Role[] | 'every-member';

/** Bytes instead of JSON; always sent as a download that no browser runs. */
export class FileAnswer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** ASCII name for the download; never a name that a person typed. */
  readonly fileName: string;
  /** What people see, where their browser understands it: made of the program's own words. */
  readonly thaiFileName: string | undefined;

  constructor(file: {
    readonly bytes: Uint8Array;
    readonly contentType: string;
    readonly fileName: string;
    readonly thaiFileName?: string;
  }) {
    this.bytes = file.bytes;
    this.contentType = file.contentType;
    this.fileName = file.fileName;
    this.thaiFileName = file.thaiFileName;
  }
}

/** What a handler gets: everything in it was checked. */
export interface ApiCall<Query, Body> {
  /** As stored at this very moment. */
  readonly member: Member;
  readonly userId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly nowMs: number;
  /** For `commitRequest`. On a GET it is undefined. */
  readonly request: WriteRequest | undefined;
}

/** What a write's handler gets. */
export interface WriteCall<Body> extends ApiCall<unknown, Body> {
  readonly request: WriteRequest;
}

/** What an upload's handler gets: the bytes as they came, whatever they are called. */
export interface UploadCall<Query> extends ApiCall<Query, Buffer> {
  readonly request: WriteRequest;
}

/** One route. Made by `readRoute`, `writeRoute` and `uploadRoute`, mounted by `apiRouter` only, which puts the checks before it. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  /** Below /api, in Express's notation. */
  readonly path: string;
  readonly allowed: Allowed;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file of at most this many bytes, and no JSON. */
  readonly maxFileBytes?: number;
  /** Gives the JSON of the answer, or a file. Throws ApiError. */
  handle(call: ApiCall<unknown, unknown>): Promise<object | FileAnswer>;
}
