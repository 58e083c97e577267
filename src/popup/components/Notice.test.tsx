// @vitest-environment jsdom
import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { draw } from '../testing.tsx';
import type { FailureCode } from '../view.ts';
import { Failed, NoAccess, Nothing } from './Notice.tsx';

afterEach(cleanup);

const CODES: Record<FailureCode, RegExp> = {
  'model-missing': /install it again/,
  'model-damaged': /install it again/,
  'runtime-failed': /try again/,
  timeout: /try again/,
  aborted: /Try again/,
  'bad-input': /Ask someone you trust/,
  internal: /Reload the page/,
  'no-page': /Reload the page/,
};

test.each(Object.entries(CODES) as [FailureCode, RegExp][])(
  '%s says what to do and is never silent',
  async (code, what) => {
    const onRead = vi.fn();
    const { user, container, getByRole, getByText } = draw(<Failed code={code} refused={false} onRead={onRead} />);
    getByRole('heading', { level: 1, name: 'Adverts cannot be read now' });
    getByText('No advert was judged. This says nothing about the offer.');
    getByText(`Code: ${code}`);
    expect(container.textContent).toMatch(what);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(onRead).toHaveBeenCalledTimes(1);
  },
);

test('a page of the browser has no button that could not work', () => {
  const { queryByRole, getByRole } = draw(<NoAccess forbidden refused={false} onRead={() => undefined} />);
  getByRole('heading', { level: 1, name: 'This page cannot be read' });
  expect(queryByRole('button')).toBeNull();
});

test('a refusal is told', () => {
  const { getByRole } = draw(<Nothing refused onRead={() => undefined} />);
  getByRole('heading', { level: 1, name: 'No advert found here' });
  expect(getByRole('status').textContent).toBe('The page could not be read. Reload it, then try again.');
});
