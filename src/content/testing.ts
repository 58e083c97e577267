import type { FoundAdvert, JobAdvert } from '../adverts/types.ts';
import { advert } from '../background/testing.ts';

/** A style sheet that remembers its text: jsdom has no adopted style sheets. */
export class FakeSheet {
  text = '';
  replaceSync(text: string): void {
    this.text = text;
  }
}

/** An advert as an element of the page: a heading and a paragraph. */
export function shown(id: string, role: FoundAdvert['role'] = 'card', change: Partial<JobAdvert> = {}): FoundAdvert {
  const one = { ...advert(id), ...change };
  const root = document.createElement('article');
  const heading = document.createElement('h2');
  heading.textContent = one.title;
  const words = document.createElement('p');
  words.textContent = one.text;
  root.append(heading, words);
  document.body.append(root);
  return { advert: one, root, heading, role };
}
