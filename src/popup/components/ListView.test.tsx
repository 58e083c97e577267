// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MOCKS, type Mock } from '../mocks.ts';
import { draw } from '../testing.tsx';
import { popupView } from '../view.ts';
import { ListView } from './ListView.tsx';

afterEach(cleanup);

function list(mock: Mock) {
  const view = 'state' in mock ? popupView({ status: 'known', tab: mock.state }, null) : null;
  if (view?.kind !== 'list') throw new Error('not a list');
  const onOpen = vi.fn();
  return { onOpen, ...draw(<ListView groups={view.groups} progress={view.progress} onOpen={onOpen} />) };
}

/** A page with few adverts of every kind: finding by role takes seconds on a long one. */
function few(): Mock {
  const { state } = MOCKS.list;
  if (state.kind !== 'adverts') throw new Error(state.kind);
  return { state: { ...state, adverts: [...state.adverts.slice(3, 5), ...state.adverts.slice(21)] } };
}

test('sums up', () => {
  list(MOCKS.list).getByText('25 adverts: 2 marked, 20 read without a mark, 3 not read');
});

test('sorts by level', () => {
  const { getByRole, getAllByRole } = list(few());
  expect(getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Marked',
    'Read without a mark',
    'Not read',
  ]);
  const marked = within(getByRole('region', { name: 'Marked' })).getAllByRole('button');
  expect(marked.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Strong warning signs'),
    expect.stringContaining('Look closer'),
  ]);
});

test('a row has title, company, place and level in its name, and opens its advert', async () => {
  const { user, onOpen, getByRole } = list(few());
  const row = getByRole('button', {
    name: /Typing assistant.*Bright Harbour Digital.*Thailand border.*Strong warning signs/,
  });
  await user.click(row);
  expect(onOpen).toHaveBeenCalledWith('typist');
});

test('an advert without a title still has a name', () => {
  list(few()).getByRole('button', { name: /Advert without a title.*Cannot be judged/ });
});

test('a page with nothing left out does not speak of it', () => {
  const { state } = MOCKS.list;
  if (state.kind !== 'adverts') throw new Error(state.kind);
  list({ state: { ...state, adverts: state.adverts.slice(0, 5) } }).getByText(
    '5 adverts: 1 marked, 4 read without a mark',
  );
});
