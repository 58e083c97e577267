import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { resourcesOf, Traffic } from './traffic.ts';

/** What a site of the test answers with at one address. */
export interface Answer {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A small web of its own: every host name is answered here, nothing is passed on. */
export interface Web {
  readonly port: number;
  readonly traffic: Traffic;
  /** Serves `answer` at `url`, whatever real host the address names. An address without an answer gives 404. */
  serve(url: string, answer: string | Answer): void;
  close(): Promise<void>;
}

/**
 * Starts the proxy on a free local port. It ends TLS itself, with a certificate made for the occasion, so that requests are
 * seen whole; unknown hosts are answered 404 and recorded like the others.
 */
export async function startWeb(): Promise<Web> {
  const certificate = await generate([{ name: 'commonName', value: 'JobLantern test proxy' }], { keySize: 2048 });
  const traffic = new Traffic();
  const answers = new Map<string, Answer>();
  const sockets = new Set<Socket>();

  const respond = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown'}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const origin = request.headers.origin ?? null;
      const method = request.method ?? 'GET';
      const body = Buffer.concat(chunks).toString();
      traffic.record({ kind: 'request', url: url.href, host: url.hostname, method, origin, body });
      const answer = answers.get(url.href);
      if (answer && String(request.headers.accept).includes('text/html')) expectResources(traffic, answer, url.href);
      response.writeHead(answer ? 200 : 404, {
        'content-type': answer?.type ?? 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...answer?.headers,
      });
      response.end(answer?.body ?? '<!doctype html><title>404</title>');
    });
  };

  const tls = https.createServer({ key: certificate.private, cert: certificate.cert }, respond('https'));
  const proxy = http.createServer(respond('http'));
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = new URL(`https://${request.url}`).hostname;
    traffic.record({ kind: 'connect', url: `https://${request.url}`, host, method: 'CONNECT', origin: null, body: '' });
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    tls.emit('connection', socket);
  });
  tls.on('tlsClientError', (_error, socket) => socket.destroy());

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    traffic,
    serve: (url, answer) => answers.set(new URL(url).href, typeof answer === 'string' ? { body: answer } : answer),
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function expectResources(traffic: Traffic, answer: Answer, url: string): void {
  for (const resource of resourcesOf(String(answer.body), url)) traffic.expect(resource);
}
