import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';

/**
 * One built function in a process of its own, as Google's runtime calls it: the same Express and body parsers in the same order
 * (firebase-tools, functionsEmulatorRuntime.js), so that the body is read before the function sees it and its bytes are in
 * `rawBody`. Prints its port; ends when the process that started it does.
 */
const [index = '', name = '', firebaseTools = ''] = process.argv.slice(2);

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
interface Parsers {
  json(options: object): Handler;
  text(options: object): Handler;
  urlencoded(options: object): Handler;
  raw(options: object): Handler;
}
type Express = Handler & { enable(setting: string): void; use(handler: Handler): void };

const require = createRequire(`${firebaseTools}/package.json`);
const express = require('express') as () => Express;
const parsers = require('body-parser') as Parsers;
const functions = (await import(pathToFileURL(index).href)) as Record<string, Handler>;

const limits = {
  limit: '32mb',
  verify: (request: object, _response: object, rawBody: Buffer) => Object.assign(request, { rawBody }),
};
const app = express();
app.enable('trust proxy');
app.use(parsers.json(limits));
app.use(parsers.text(limits));
app.use(parsers.urlencoded({ ...limits, extended: true }));
app.use(parsers.raw({ ...limits, type: '*/*' }));
app.use((request, response, next) => functions[name]?.(request, response, next));

const server = createServer(app as never).listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
process.stdin.resume().once('close', () => process.exit(0));
