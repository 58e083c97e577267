import type { Browser } from 'puppeteer-core';

/** The part of puppeteer's BiDi connection that is used here; puppeteer has no call for the browser's own window. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Runs in the browser's window: puts the button where it can be clicked, and clicks it as the reader's mouse would. */
const CLICK = `async (addonId) => {
  const widget = addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
  CustomizableUI.addWidgetToArea(widget, 'nav-bar');
  const item = document.getElementById(widget);
  (item.querySelector('.unified-extensions-item-action-button') ?? item).click();
  for (let i = 0; i < 1200; i++) {
    const popup = document.querySelector('browser.webextension-popup-browser');
    if (popup?.currentURI.schemeIs('moz-extension')) return 'open';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the popup did not open');
}`;

/** The popup is a document of another process: a frame script does what is asked there. */
const IN_POPUP = `async (expression) => {
  const popup = document.querySelector('browser.webextension-popup-browser');
  if (!popup) throw new Error('the popup is closed');
  const name = 'popup-answer-' + Math.random();
  const answer = new Promise((resolve) => popup.messageManager.addMessageListener(name, (message) => resolve(message.data)));
  const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', String(' + expression + '))';
  popup.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('the popup does not answer')), 10000));
  return Promise.race([answer, late]);
}`;

/** Ends only when the panel is gone: a popup that is closing answers nothing any more. */
const CLOSE = `async () => {
  for (let i = 0; i < 1200; i++) {
    const popups = [...document.querySelectorAll('browser.webextension-popup-browser')];
    if (popups.length === 0) return 'closed';
    for (const popup of popups) popup.closest('panel')?.hidePopup();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the popup did not close');
}`;

/** Firefox's own window, reached by WebDriver BiDi's chrome scope (needs `--remote-allow-system-access`). */
export class BrowserWindow {
  readonly #connection: BidiConnection;
  readonly #context: string;

  private constructor(connection: BidiConnection, context: string) {
    this.#connection = connection;
    this.#context = context;
  }

  static async of(browser: Browser): Promise<BrowserWindow> {
    const { connection } = browser as unknown as { connection: BidiConnection };
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { contexts: { context: string }[] }).contexts;
    if (!window) throw new Error('Firefox shows no window');
    return new BrowserWindow(connection, window.context);
  }

  async clickExtensionButton(addonId: string): Promise<void> {
    await this.closePopup();
    await this.#call(CLICK, addonId);
  }

  popupText(): Promise<string> {
    return this.#call(IN_POPUP, 'content.document.body.innerText');
  }

  /** A click by script: BiDi has no mouse for a panel of the browser's window. */
  async pressInPopup(button: string): Promise<void> {
    const find = `[...content.document.querySelectorAll('button')].find((b) => b.textContent.trim() === ${JSON.stringify(button)})`;
    const pressed = await this.#call(IN_POPUP, `(${find}?.click(), Boolean(${find}))`);
    if (pressed !== 'true') throw new Error(`the popup has no button “${button}”`);
  }

  async closePopup(): Promise<void> {
    await this.#call(CLOSE);
  }

  async #call(functionDeclaration: string, ...args: string[]): Promise<string> {
    const { result } = await this.#connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args.map((value) => ({ type: 'string', value })),
      awaitPromise: true,
      target: { context: this.#context },
    });
    const answer = result as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success' || !answer.result) throw new Error(answer.exceptionDetails?.text ?? 'no answer');
    return answer.result.value;
  }
}
