import express, { type Request, type Response } from 'express';
import { rawBodyOf } from './raw-body.ts';

/** Reads the body as bytes; undefined when there is none. Rejects with what the parser says, see `toProblem`. */
export async function readFile(
  request: Request,
  response: Response,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const raw = rawBodyOf(request, maxBytes);
  if (raw) return raw;
  // Packed bodies are refused: ten packed megabytes can be ten unpacked gigabytes.
  const parse = express.raw({ limit: maxBytes, inflate: false, type: () => true });
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error) reject(error);
      else resolve(Buffer.isBuffer(request.body) ? request.body : undefined);
    });
  });
}
