import type { ContentResult } from './line.ts';

interface ContentSource {
  /** Host root of LINE's data API. */
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/**
 * Downloads what a person sent, never holding more than `maxBytes`.
 * The SDK's own download takes 202 ("not ready") for an empty file and lets a cut connection end the process, hence
 * plain fetch here. Statuses: Messaging API reference, "Get content".
 */
export async function downloadContent(
  messageId: string,
  maxBytes: number,
  source: ContentSource,
): Promise<ContentResult> {
  if (!/^\d{1,40}$/.test(messageId)) return { kind: 'gone' };
  try {
    const response = await fetch(new URL(`/v2/bot/message/${messageId}/content`, source.url), {
      headers: { authorization: `Bearer ${source.token}` },
      signal: AbortSignal.timeout(source.timeoutMs),
    });
    if (response.status === 202) return { kind: 'not-ready' };
    if (response.status === 404 || response.status === 410) return { kind: 'gone' };
    if (response.status !== 200 || !response.body) return { kind: 'unknown' };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // Counted here, because the length LINE states may be wrong.
      if (size > maxBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
    return {
      kind: 'content',
      bytes: Buffer.concat(chunks),
      contentType: response.headers.get('content-type') ?? 'application/octet-stream',
    };
  } catch {
    return { kind: 'unknown' };
  }
}
