import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** What is expected of a fixture page, as far as it is compared here. */
interface Expected {
  readonly url: string;
  readonly adverts: readonly { readonly role: string; readonly title: string; readonly company: string | null }[];
}

export interface Fixture extends Expected {
  /** `board/case`. */
  readonly name: string;
  readonly html: string;
}

export function fixture(name: string): Fixture {
  const read = (file: string) => readFileSync(path.join(FIXTURES, name, file), 'utf8');
  const expected: Expected = JSON.parse(read('expected.json'));
  return { ...expected, name, html: read('page.html') };
}

/** Every fixture of every board. */
export function allFixtures(): Fixture[] {
  const folders = (at: string) =>
    readdirSync(path.join(FIXTURES, at), { withFileTypes: true }).filter((e) => e.isDirectory());
  return folders('').flatMap((board) => folders(board.name).map((one) => fixture(`${board.name}/${one.name}`)));
}
