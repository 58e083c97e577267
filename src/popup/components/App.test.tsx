// @vitest-environment jsdom
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { createPopup } from '../controller.ts';
import { mockPlatform } from '../mock-platform.ts';
import { MOCK_NAMES, MOCKS } from '../mocks.ts';
import { draw, drawPopup, expectAccessible, shortened } from '../testing.tsx';
import { App } from './App.tsx';

afterEach(cleanup);

describe.each(MOCK_NAMES)('a page of the kind %s', (name) => {
  test('is accessible, states the limits, shows no measure of strength and draws no markup of the page', async () => {
    const { container } = await drawPopup(name === 'list-open-advert' ? MOCKS[name] : shortened(MOCKS[name]));
    await expectAccessible(container);
    expect(container.querySelectorAll('h1')).toHaveLength(1);
    expect([...container.querySelectorAll('footer p')].map(({ textContent }) => textContent)).toEqual([
      'No advert leaves this device.',
      'This tool misses harmful offers.',
    ]);
    expect(container.querySelector('meter, img, script, b, i')).toBeNull();
    expect(container.textContent).not.toMatch(/\bsafe\b|%|0\.\d/i);
  });
});

test('before anything is known, the page is being read', async () => {
  const platform = mockPlatform(MOCKS.none);
  platform.getState = () => new Promise(() => undefined);
  const { container, getByRole } = draw(<App popup={createPopup(platform)} />);
  getByRole('heading', { level: 1, name: 'Reading this page' });
  await expectAccessible(container);
});

test('a list opens an advert and comes back, and the focus follows', async () => {
  const { user, getByRole, findByRole, queryByRole } = await drawPopup(shortened(MOCKS.list));
  await user.click(getByRole('button', { name: /Guest relations/ }));
  const title = await findByRole('heading', { level: 1, name: 'Guest relations, evening work' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  getByRole('heading', { name: 'Look closer' });
  await user.click(getByRole('button', { name: 'Back to all adverts' }));
  const list = await findByRole('heading', { level: 1, name: 'Adverts on this page' });
  await waitFor(() => expect(document.activeElement).toBe(list));
  expect(queryByRole('button', { name: /Back/ })).toBeNull();
});

test('the keyboard reaches an advert of the list', async () => {
  const { user, findByRole } = await drawPopup(shortened(MOCKS.list));
  await user.tab();
  await user.keyboard('{Enter}');
  await findByRole('heading', { level: 1, name: 'Guest relations, evening work' });
});

test('the focus is not taken when the popup opens', async () => {
  await drawPopup(MOCKS.strong);
  expect(document.activeElement).toBe(document.body);
});

test('when the page moves on, nothing of the last advert stays', async () => {
  const { platform, findByRole, queryByText } = await drawPopup(MOCKS.strong);
  platform.become(MOCKS.none);
  await findByRole('heading', { name: 'We saw no known warning signs' });
  expect(queryByText('Strong warning signs')).toBeNull();
  expect(queryByText('on Telegram only')).toBeNull();
});

test('while a list is read, the progress is told, then the sum', async () => {
  const { platform, getByRole, findByText } = await drawPopup(MOCKS.scanning);
  expect(getByRole('status').textContent).toBe('3 of 25 read');
  expect(getByRole('progressbar', { name: 'Reading this page' }).getAttribute('value')).toBe('3');
  platform.become(MOCKS.list);
  await findByText('25 adverts: 2 marked, 20 read without a mark, 3 not read');
});

test('a click shows the words in the page, another hides them', async () => {
  const { user, platform, getAllByRole, findByRole, findByText } = await drawPopup(MOCKS.strong);
  const [first] = getAllByRole('button', { name: 'Show the words in the page' });
  if (!first) throw new Error('no button');
  await user.click(first);
  await findByText('The words are highlighted in the page.');
  expect(platform.calls).toEqual([
    [
      'highlight',
      'typist',
      [expect.objectContaining({ text: 'cross the river at night, our driver knows the officers' })],
    ],
  ]);
  await user.click(await findByRole('button', { name: 'Hide the words in the page' }));
  await waitFor(() => expect(platform.calls.at(-1)).toEqual(['clearHighlight']));
  expect(getAllByRole('button', { name: 'Show the words in the page' })).toHaveLength(6);
});

test('words that the page no longer has are said to be absent', async () => {
  const { user, platform, getAllByRole, findByText } = await drawPopup(MOCKS['look-closer']);
  platform.places = 0;
  const [first] = getAllByRole('button', { name: 'Show the words in the page' });
  if (!first) throw new Error('no button');
  await user.click(first);
  await findByText('These words are not visible in the page now.');
});

test('a site that is not read automatically is read on a click', async () => {
  const { user, platform, getByRole, findByRole } = await drawPopup(MOCKS['no-access'], MOCKS.strong);
  getByRole('heading', { level: 1, name: 'This site is not read automatically' });
  await user.click(getByRole('button', { name: 'Read this page' }));
  expect(platform.calls).toEqual([['rescan']]);
  await findByRole('heading', { name: 'Strong warning signs' });
});
