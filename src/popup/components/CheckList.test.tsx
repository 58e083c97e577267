// @vitest-environment jsdom
import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { MOCKS } from '../mocks.ts';
import { draw, scoredAdvert } from '../testing.tsx';
import { CheckList } from './CheckList.tsx';

afterEach(cleanup);

test('names what can be looked up, with the warning that names are misused', () => {
  const { verdict } = scoredAdvert(MOCKS['several-signs']);
  const { getByRole, getByText } = draw(<CheckList checkable={verdict.checkable} language="en" />);
  getByRole('heading', { name: 'Named in the advert: check it yourself' });
  getByText('Sample Recruit');
  getByText('Licence L-000-0000');
  getByText('Others may misuse a real company’s name. A listed agency can still cause harm.');
});

test('is absent where the advert names nothing', () => {
  expect(draw(<CheckList checkable={[]} language="en" />).container.textContent).toBe('');
});
