import { BOARDS } from '../../src/adverts/boards/index.ts';
import { extractAdverts } from '../../src/adverts/extract.ts';
import type { JobAdvert } from '../../src/adverts/types.ts';
import { parsePage } from '../parse.ts';
import { advertRow, type InputRow } from '../rows.ts';

/** The adverts of a saved page, the open one first. @throws CliError where the bytes are no HTML. */
export function readAdverts(file: string, bytes: Buffer, url: URL): JobAdvert[] {
  const page = parsePage(file, bytes, url);
  const adverts = extractAdverts(page, BOARDS).map((found) => found.advert);
  page.document.defaultView?.close();
  return adverts;
}

/** The adverts of a saved page as rows; `line` counts them. */
export function* readHtml(file: string, bytes: Buffer, url: URL): Generator<InputRow> {
  let line = 0;
  for (const { id, title, text, found } of readAdverts(file, bytes, url)) {
    line += 1;
    yield advertRow({ file, line }, { id, title: title || null, text, found });
  }
}
