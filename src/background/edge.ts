import * as v from 'valibot';
import { MAX_LINE, MAX_TEXT } from '../adverts/advert.ts';
import type { Parsers } from '../shared/messaging.ts';

// A page's process may be taken over, and what it sends is kept in memory.
const MAX_ADVERTS = 1_000;
/** Some boards carry a whole search in their address; UTF-16 units. */
const MAX_URL = 100_000;
const line = v.pipe(v.string(), v.maxLength(MAX_LINE));
const url = v.pipe(v.string(), v.maxLength(MAX_URL));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const AdvertSchema = v.strictObject({
  id,
  url,
  board: id,
  found: v.picklist(['json-ld', 'board', 'generic', 'selection', 'pasted', 'picture']),
  title: line,
  company: v.nullable(line),
  location: v.nullable(line),
  pay: v.nullable(line),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
});

/** Checks of every message that a web page's process can send to the background. */
export const pageMessages: Parsers<'background'> = {
  'page/adverts': v.strictObject({
    url,
    openId: v.nullable(id),
    adverts: v.pipe(
      v.array(v.strictObject({ advert: AdvertSchema, role: v.picklist(['detail', 'card']) })),
      v.maxLength(MAX_ADVERTS),
    ),
  }),
  'advert/score': v.strictObject({ id }),
  'tab/state': v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
  'tab/rescan': v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
};
