import * as v from 'valibot';
import { browser, type Runtime } from './browser.ts';
import { toFailure } from './failure.ts';
import type { Envelope, Failure, MessageType, Receiver, Request, Response, Result } from './messages.ts';

/** Who sent a message. `tabId` is that of a web page's content script or of an extension page opened as a tab. */
export interface Sender {
  readonly tabId: number | null;
  readonly frameId: number;
  /** An extension page (popup, offscreen document, background), not a content script. */
  readonly trusted: boolean;
}

export type Handlers<R extends Receiver> = {
  readonly [T in MessageType<R>]?: (request: Request<R, T>, sender: Sender) => Promise<Response<R, T>> | Response<R, T>;
};

/** Checks of requests that come from a web page's process, by message type. */
export type Parsers<R extends Receiver> = { readonly [T in MessageType<R>]?: v.GenericSchema<unknown, Request<R, T>> };

/**
 * Sends a request to the background or the engine. Never rejects: a receiver that is not there is the failure `internal`.
 * A content script is reached by {@link sendToTab}.
 */
export function send<R extends Exclude<Receiver, 'content'>, T extends MessageType<R>>(
  to: R,
  type: T,
  request: Request<R, T>,
): Promise<Result<Response<R, T>>> {
  const envelope: Envelope = { to, type, request };
  return answer(() => browser.runtime.sendMessage(envelope), 'internal');
}

/** Sends a request to the content script of a tab's top frame. Never rejects: where none runs, the failure is `no-page`. */
export function sendToTab<T extends MessageType<'content'>>(
  tabId: number,
  type: T,
  request: Request<'content', T>,
): Promise<Result<Response<'content', T>>> {
  const envelope: Envelope = { to: 'content', type, request };
  return answer(() => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }), 'no-page');
}

async function answer<T>(ask: () => Promise<unknown>, whenAbsent: Failure['code']): Promise<Result<T>> {
  try {
    const reply = await ask();
    if (isResult<T>(reply)) return reply;
    return { ok: false, error: { code: whenAbsent, message: 'nobody answered' } };
  } catch (error) {
    return { ok: false, error: { code: whenAbsent, message: error instanceof Error ? error.message : String(error) } };
  }
}

function isResult<T>(reply: unknown): reply is Result<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}

const EnvelopeSchema = v.object({ to: v.string(), type: v.string(), request: v.unknown() });

/**
 * Answers the messages addressed to `receiver` and leaves all others alone. Messages of other extensions are ignored.
 * @returns a function that stops listening.
 */
export function listen<R extends Receiver>(receiver: R, handlers: Handlers<R>, parsers: Parsers<R> = {}): () => void {
  const table = handlers as Record<string, ((request: unknown, sender: Sender) => unknown) | undefined>;
  const checks = parsers as Record<string, v.GenericSchema | undefined>;

  const onMessage = (message: unknown, from: Runtime.MessageSender): Promise<Result<unknown>> | undefined => {
    if (from.id !== browser.runtime.id) return undefined;
    const envelope = v.safeParse(EnvelopeSchema, message);
    if (!envelope.success || envelope.output.to !== receiver) return undefined;
    const { type, request } = envelope.output;
    const handler = Object.hasOwn(table, type) ? table[type] : undefined;
    if (!handler)
      return Promise.resolve({ ok: false, error: { code: 'internal', message: `unknown message ${type}` } });
    return handle(() => {
      const check = checks[type];
      return handler(check ? v.parse(check, request) : request, senderOf(from));
    });
  };
  // The polyfill's types know no listener that answers some messages and leaves others alone.
  const listener = onMessage as unknown as Runtime.OnMessageListenerAsync;
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function handle(work: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function senderOf(from: Runtime.MessageSender): Sender {
  const own = browser.runtime.getURL('');
  return {
    tabId: from.tab?.id ?? null,
    frameId: from.frameId ?? 0,
    trusted: from.url === undefined ? from.tab === undefined : from.url.startsWith(own),
  };
}
