import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server on this machine that can be told to lose what the server answers. */
export interface LossyProxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** From the next request on that holds this text, requests get through and answers do not. */
  loseAnswersTo(text: string): void;
  /** Cuts every connection; new ones work. */
  cut(): void;
  /** Cuts every connection and takes no new one. */
  close(): Promise<void>;
}

/** Opens the line to `host` (`name:port`) on a free port. */
export async function openLossyProxy(host: string): Promise<LossyProxy> {
  const [name = '', port] = host.split(':');
  const sockets = new Set<Socket>();
  let losing = false;
  let trigger: string | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(port), name);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      if (trigger !== undefined && chunk.includes(trigger)) losing = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!losing) client.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const cut = () => {
    losing = false;
    trigger = undefined;
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswersTo: (text) => {
      trigger = text;
    },
    cut,
    close: async () => {
      cut();
      if (server.listening) server.close();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
