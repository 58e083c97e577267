/** A stretch of body tokens, end exclusive. */
export interface TokenWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * Overlapping windows over `count` body tokens. `tokens` is the longest input of the model, `<s>` and `</s>` included; `overlap`
 * body tokens are shared between neighbours. The last window ends with the text; a text without tokens has one empty window.
 */
export function windowsOver(
  count: number,
  window: { readonly tokens: number; readonly overlap: number },
): TokenWindow[] {
  const body = window.tokens - 2;
  const stride = body - window.overlap;
  const out: TokenWindow[] = [];
  for (let start = 0; start === 0 || start < count; start += stride) {
    out.push({ start, end: Math.min(count, start + body) });
    if (start + body >= count) break;
  }
  return out;
}
