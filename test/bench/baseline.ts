/**
 * What the program is compared with: a bare Express echo with LINE's own middleware, which keeps nothing.
 * `POST /webhook` on `PORT`; with `ECHO=1` it also answers each message through LINE's client, before its 200, as LINE's
 * own example does.
 */
import { type MiddlewareConfig, messagingApi, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';

const config: MiddlewareConfig = { channelSecret: process.env['LINE_CHANNEL_SECRET'] ?? '' };
const isEcho = process.env['ECHO'] === '1';
const client = new messagingApi.MessagingApiClient({
  channelAccessToken: process.env['LINE_CHANNEL_ACCESS_TOKEN'] ?? '',
  baseURL: process.env['LINE_API_URL'] ?? '',
});

const app = express();
app.post('/webhook', middleware(config), async (request, response) => {
  const { events } = request.body as webhook.CallbackRequest;
  if (isEcho) await Promise.all(events.map(echo));
  response.json({});
});
app.get('/healthz', (_request, response) => {
  response.json({ ok: true });
});
app.listen(Number(process.env['PORT']), '127.0.0.1');

async function echo(event: webhook.Event): Promise<void> {
  if (event.type !== 'message' || event.message.type !== 'text') return;
  const { replyToken = '', message } = event;
  await client.replyMessage({ replyToken, messages: [{ type: 'text', text: message.text }] });
}
