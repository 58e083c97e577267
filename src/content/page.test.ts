// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundAdvert } from '../adverts/types.ts';
import { verdict } from '../background/testing.ts';
import type { Verdict } from '../engine/types.ts';
import type { Result } from '../shared/messages.ts';
import { createMarks } from './marks.ts';
import { JobPage, type PageParts } from './page.ts';
import { FakeSheet, shown } from './testing.ts';

vi.stubGlobal('CSSStyleSheet', FakeSheet);
let hidden = false;
Object.defineProperty(document, 'hidden', { get: () => hidden });

type Asked = { readonly id: string; readonly answer: (result: Result<Verdict>) => void };
let asked: Asked[];
let adverts: FoundAdvert[];
let lost: boolean;
const release = vi.fn();
const announce = vi.fn<PageParts['announce']>(async () => ({ ok: true, value: null }));
const highlighter = { show: vi.fn(), clear: vi.fn() };
const pages: JobPage[] = [];

function open(): JobPage {
  const page = new JobPage({
    view: window,
    extract: () => adverts,
    announce,
    score: (id) => new Promise((answer) => void asked.push({ id, answer })),
    hold: () => release,
    isLost: () => lost,
    marks: createMarks(),
    highlighter,
  });
  pages.push(page);
  page.start();
  return page;
}

const settle = () => vi.waitFor(() => Promise.resolve());
const until = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
const isMarked = ({ heading }: FoundAdvert) => heading?.querySelector('span') !== null;
const announced = () => announce.mock.calls.map(([{ adverts: list }]) => list.map(({ advert }) => advert.id));
const strong = { ok: true, value: verdict('strong') } as const;

beforeEach(() => {
  document.body.replaceChildren();
  asked = [];
  adverts = [];
  lost = false;
  hidden = false;
  vi.clearAllMocks();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.stop();
});

describe('the life of a page', () => {
  it('announces an empty list where there is no advert, and asks for nothing', async () => {
    open();
    await settle();
    expect(announce).toHaveBeenCalledExactlyOnceWith({ url: location.href, openId: null, adverts: [] });
    expect(asked).toEqual([]);
  });

  it('announces, asks for the open advert first, marks and lets the background go', async () => {
    const card = shown('card');
    const detail = shown('open', 'detail');
    adverts = [card, detail];
    open();
    await until(1);
    expect(announce).toHaveBeenCalledWith(expect.objectContaining({ openId: 'open' }));
    expect(asked[0]?.id).toBe('open');
    asked[0]?.answer(strong);
    await until(2);
    expect(isMarked(detail)).toBe(true);
    expect(release).not.toHaveBeenCalled();
    asked[1]?.answer({ ok: true, value: verdict('none') });
    await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
    expect(isMarked(card)).toBe(false);
  });

  it('never shows the verdict of the advert before', async () => {
    const old = shown('old', 'detail');
    adverts = [old];
    const page = open();
    await until(1);
    // The page swaps the pane in the same elements while the old advert is still being scored.
    if (old.heading) old.heading.textContent = 'Title new';
    adverts = [{ ...old, advert: { ...old.advert, id: 'new' } }];
    await page.read();
    asked[0]?.answer(strong);
    await until(2);
    await settle();
    expect(isMarked(old)).toBe(false);
    asked[1]?.answer({ ok: true, value: verdict('none') });
    await settle();
    expect(isMarked(old)).toBe(false);
  });

  it('takes the mark away in the very moment the words change, before it looks again', async () => {
    const old = shown('old', 'detail');
    adverts = [old];
    open();
    await until(1);
    asked[0]?.answer(strong);
    await vi.waitFor(() => expect(isMarked(old)).toBe(true));
    const words = old.root?.querySelector('p');
    if (words) words.textContent = 'An honest advert';
    await Promise.resolve();
    expect(isMarked(old)).toBe(false);
  });

  it('does not put a mark beside words that came after the page was read', async () => {
    const old = shown('old', 'detail');
    adverts = [old];
    const page = open();
    await until(1);
    const words = old.root?.querySelector('p');
    if (words) words.textContent = 'An honest advert';
    await Promise.resolve();
    asked[0]?.answer(strong);
    await settle();
    expect(isMarked(old)).toBe(false);
    adverts = [{ ...old, advert: { ...old.advert, id: 'new' } }];
    await page.read();
    await until(2);
    asked[1]?.answer(strong);
    await vi.waitFor(() => expect(isMarked(old)).toBe(true));
  });

  it('does not announce or ask again what did not change', async () => {
    adverts = [shown('a')];
    const page = open();
    await until(1);
    asked[0]?.answer(strong);
    await settle();
    await page.read();
    expect(announced()).toEqual([['a']]);
    expect(asked).toHaveLength(1);
  });

  it('asks for new adverts alone where a list grows', async () => {
    adverts = [shown('a')];
    const page = open();
    await until(1);
    asked[0]?.answer(strong);
    await settle();
    adverts = [...adverts, shown('b')];
    await page.read();
    await until(2);
    expect(announced()).toEqual([['a'], ['a', 'b']]);
    expect(asked[1]?.id).toBe('b');
  });

  it('asks again for what failed when the reader wants it, and not before', async () => {
    adverts = [shown('a')];
    const page = open();
    await until(1);
    asked[0]?.answer({ ok: false, error: { code: 'model-missing', message: 'gone' } });
    await vi.waitFor(() => expect(release).toHaveBeenCalled());
    await page.read();
    expect(asked).toHaveLength(1);
    await page.read(true);
    await until(2);
    expect(announced()).toEqual([['a'], ['a']]);
  });

  it('announces again where nobody heard it', async () => {
    announce.mockResolvedValueOnce({ ok: false, error: { code: 'internal', message: 'asleep' } });
    adverts = [shown('a')];
    const page = open();
    await settle();
    expect(asked).toEqual([]);
    await page.read();
    await until(1);
  });

  it('waits for a page in the background to be seen, unless the reader asks', async () => {
    hidden = true;
    adverts = [shown('a')];
    const page = open();
    await settle();
    expect(announce).not.toHaveBeenCalled();
    await page.read(true);
    expect(announce).toHaveBeenCalledOnce();
  });

  it('clears up after itself when the extension was updated, without a sound', async () => {
    const a = shown('a');
    adverts = [a];
    const page = open();
    await until(1);
    asked[0]?.answer(strong);
    await vi.waitFor(() => expect(isMarked(a)).toBe(true));
    lost = true;
    await page.read();
    expect(isMarked(a)).toBe(false);
    expect(highlighter.clear).toHaveBeenCalled();
    await page.read(true);
    expect(announce).toHaveBeenCalledOnce();
  });
});

describe('highlighting', () => {
  const spans = [{ start: 8, end: 12, text: 'Text' }];

  it('shows the words of the advert that was asked for', async () => {
    adverts = [shown('a'), shown('b')];
    const page = open();
    await settle();
    expect(page.highlight('b', spans)).toBe(1);
    const [[range] = []] = highlighter.show.mock.calls[0] ?? [];
    expect(String(range)).toBe('Text');
    expect(adverts[1]?.root?.contains(range.startContainer)).toBe(true);
  });

  it('shows nothing of an advert that is gone, and clears when the page changes', async () => {
    adverts = [shown('a')];
    const page = open();
    await settle();
    expect(page.highlight('gone', spans)).toBe(0);
    expect(highlighter.show).not.toHaveBeenCalled();
    highlighter.clear.mockClear();
    adverts = [shown('b')];
    await page.read();
    expect(highlighter.clear).toHaveBeenCalled();
  });
});
