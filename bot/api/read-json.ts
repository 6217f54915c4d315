import express, { type Request, type Response } from 'express';
import { rawBodyOf } from './raw-body.ts';

/** The longest report a person types is some 20 KB of Thai in UTF-8; ten times that, and no more. */
export const MAX_JSON_BYTES = 256 * 1024;

const parse = express.json({ limit: MAX_JSON_BYTES, strict: true });

/** Reads the body as a JSON object; undefined when there is none. Rejects with what the parser says, see `toProblem`. */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  rawBodyOf(request, MAX_JSON_BYTES);
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error) reject(error);
      else resolve(request.body as unknown);
    });
  });
}
