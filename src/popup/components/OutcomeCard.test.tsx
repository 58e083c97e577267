// @vitest-environment jsdom
import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MOCKS } from '../mocks.ts';
import { draw, scoredAdvert } from '../testing.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';

afterEach(cleanup);

function card(
  name: 'strong' | 'several-signs' | 'look-closer' | 'none' | 'too-short' | 'not-an-advert' | 'language' | 'no-trait',
) {
  const { verdict } = scoredAdvert(MOCKS[name]);
  return draw(<OutcomeCard outcome={{ kind: 'scored', verdict }} onRetry={() => undefined} />);
}

test.each([
  ['strong', 'Strong warning signs', 'Offers like this were used'],
  ['several-signs', 'Several warning signs', 'These points appear together'],
  ['look-closer', 'Look closer', 'A few points deserve a question'],
  ['none', 'We saw no known warning signs', 'This tool misses harmful offers'],
  ['too-short', 'We cannot judge this', 'The text is too short'],
  ['not-an-advert', 'We cannot judge this', 'does not look like a job advert'],
  ['language', 'We cannot judge this', 'does not read this language'],
  ['no-trait', 'We cannot judge this', 'We cannot say which words'],
] as const)('%s has its headline and line', (name, headline, line) => {
  const { getByRole, container } = card(name);
  getByRole('heading', { level: 2, name: headline });
  expect(container.textContent).toContain(line);
});

test('only at the gravest level it says not to answer', () => {
  card('strong').getByText('Do not answer yet. Show this to someone you trust.');
  cleanup();
  expect(card('several-signs').queryByText(/Do not answer yet/)).toBeNull();
});

test('a level without signs has neither the look of a level with signs nor a tick', () => {
  const { container } = card('none');
  expect(container.querySelector('.level-none')).not.toBeNull();
  expect(container.textContent).not.toMatch(/[✓✔]/);
});

describe('a failed advert', () => {
  test('says what to do, and that nothing was judged', async () => {
    const retry = vi.fn();
    const { user, getByRole, getByText } = draw(
      <OutcomeCard outcome={{ kind: 'failed', code: 'bad-input' }} onRetry={retry} />,
    );
    getByRole('heading', { name: 'This advert was not read' });
    getByText('No advert was judged. This says nothing about the offer.');
    getByText('Code: bad-input');
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

test('the headline is announced when reading ends', () => {
  const { container } = draw(<OutcomeCard outcome={{ kind: 'waiting' }} onRetry={() => undefined} />);
  expect(container.querySelector('[aria-live="polite"] h2')?.textContent).toBe('Reading this advert');
});
