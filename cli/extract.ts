import type { JobAdvert } from '../src/adverts/types.ts';
import type { OutputFormat } from './check.ts';
import { EXIT } from './errors.ts';
import { assertReadable, readWhole } from './inputs/open.ts';
import type { Write } from './output.ts';
import { type Paint, printable, shorten } from './style.ts';

/** One line of `extract --format jsonl`; docs/schema/extract-line.schema.json describes it. */
export type ExtractLine = Pick<
  JobAdvert,
  'id' | 'board' | 'found' | 'company' | 'location' | 'pay' | 'text' | 'url'
> & { readonly title: string | null };

export interface ExtractJob {
  readonly file: string;
  readonly url: URL;
  readonly format: OutputFormat;
  readonly write: Write;
  readonly paint: Paint;
  readonly note: (text: string) => void;
}

/** Writes the adverts of a saved page, the open one first. @returns the exit code. @throws CliError where it cannot be read. */
export async function extract({ file, url, format, write, paint, note }: ExtractJob): Promise<number> {
  await assertReadable(file, true);
  const { readAdverts } = await import('./inputs/html.ts');
  const adverts = readAdverts(file, await readWhole(file), url);
  for (const advert of adverts) {
    await write(format === 'jsonl' ? `${JSON.stringify(extractLine(advert))}\n` : describeAdvert(advert, paint));
  }
  if (format === 'report')
    await write(adverts.length > 1 ? `${adverts.length} adverts found\n` : `${adverts.length || 'no'} advert found\n`);
  else if (adverts.length === 0) note(`${file}: no advert found`);
  return EXIT.done;
}

/** The published form of an advert: every key, null where the page does not say. */
export function extractLine({ id, board, found, title, company, location, pay, text, url }: JobAdvert): ExtractLine {
  return { id, board, found, title: title || null, company, location, pay, text, url };
}

function describeAdvert(advert: JobAdvert, paint: Paint): string {
  const facts = [advert.company, advert.location, advert.pay].flatMap((fact) => (fact ? [printable(fact)] : []));
  return [
    paint('bold', advert.title ? printable(advert.title) : 'Advert without a title'),
    ...(facts.length > 0 ? [`  ${facts.join(' · ')}`] : []),
    `  ${shorten(printable(advert.text), 240)}`,
    paint('dim', `  ${advert.board}, found as ${advert.found} · ${printable(advert.url)}`),
    '',
    '',
  ].join('\n');
}
