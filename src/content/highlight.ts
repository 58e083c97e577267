/** Colours that stand out from a page's text in light and dark; the underline tells without colour. */
const STYLE =
  'background-color: #ffe08a; color: #1b1b1b; text-decoration: underline 2px #a3122b; text-decoration-skip-ink: none;';

export type Highlighter = ReturnType<typeof createHighlighter>;

/**
 * Highlights words without touching the page's elements. A page can read the names in `CSS.highlights`, so the name is
 * random for each page, and name and style exist only while the reader wants to see the words.
 */
export function createHighlighter(view: Window & typeof globalThis) {
  const name = randomName(view.crypto);
  let sheet: CSSStyleSheet | null = null;

  const clear = (): void => {
    if (!sheet) return;
    view.CSS.highlights.delete(name);
    view.document.adoptedStyleSheets = view.document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    sheet = null;
  };

  return {
    /** Shows these ranges alone and scrolls to the first. */
    show(ranges: readonly Range[]): void {
      clear();
      const [first] = ranges;
      if (!first) return;
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(`::highlight(${name}) { ${STYLE} }`);
      view.document.adoptedStyleSheets = [...view.document.adoptedStyleSheets, sheet];
      view.CSS.highlights.set(name, new view.Highlight(...ranges));
      const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
      first.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    },
    clear,
  };
}

function randomName(crypto: Crypto): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return letters.join('');
}
