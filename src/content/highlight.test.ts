// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHighlighter } from './highlight.ts';
import { FakeSheet, shown } from './testing.ts';

class FakeHighlight {
  readonly ranges: readonly Range[];
  constructor(...ranges: Range[]) {
    this.ranges = ranges;
  }
}
const registry = new Map<string, FakeHighlight>();
const scrollIntoView = vi.fn();
let calm = false;

Object.assign(window, {
  CSS: { highlights: registry },
  CSSStyleSheet: FakeSheet,
  Highlight: FakeHighlight,
  matchMedia: () => ({ matches: calm }),
});
Element.prototype.scrollIntoView = scrollIntoView;
const adopted = () => document.adoptedStyleSheets as unknown as FakeSheet[];

function words(id: string): Range {
  const range = document.createRange();
  range.selectNodeContents(shown(id).root?.querySelector('p')?.firstChild ?? document.body);
  return range;
}

beforeEach(() => {
  registry.clear();
  document.adoptedStyleSheets = [];
  scrollIntoView.mockClear();
  calm = false;
});

describe('createHighlighter', () => {
  it('styles its ranges under one random neutral name', () => {
    createHighlighter(window).show([words('a'), words('b')]);
    const [[name, highlight] = []] = registry;
    expect(name).toMatch(/^[a-z]{8}$/);
    expect(highlight?.ranges.map(String)).toEqual(['Text of a', 'Text of b']);
    expect(adopted().map(({ text }) => text)).toEqual([expect.stringContaining(`::highlight(${name})`)]);
    registry.clear();
    createHighlighter(window).show([words('a')]);
    expect([...registry.keys()]).not.toEqual([name]);
  });

  it('leaves nothing behind, and touches no style sheet of the page', () => {
    const theirs = new FakeSheet() as unknown as CSSStyleSheet;
    document.adoptedStyleSheets = [theirs];
    const highlighter = createHighlighter(window);
    highlighter.show([words('a')]);
    highlighter.show([words('b')]);
    expect(registry.size).toBe(1);
    expect(adopted()).toHaveLength(2);
    highlighter.clear();
    expect(registry.size).toBe(0);
    expect(document.adoptedStyleSheets).toEqual([theirs]);
  });

  it('shows nothing for no ranges', () => {
    const highlighter = createHighlighter(window);
    highlighter.show([words('a')]);
    highlighter.show([]);
    expect(registry.size).toBe(0);
  });

  it('scrolls to the first words, without motion for a reader who wants none', () => {
    const highlighter = createHighlighter(window);
    highlighter.show([words('a')]);
    calm = true;
    highlighter.show([words('a')]);
    expect(scrollIntoView.mock.calls.map(([options]) => options.behavior)).toEqual(['smooth', 'auto']);
  });
});
