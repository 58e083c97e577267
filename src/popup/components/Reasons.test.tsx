// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MOCKS, type Mock, mockVerdict } from '../mocks.ts';
import { draw, scoredAdvert } from '../testing.tsx';
import { MoreQuestions, Reasons } from './Reasons.tsx';

afterEach(cleanup);

function reasons(mock: Mock) {
  const { advert, verdict } = scoredAdvert(mock);
  const onShowWords = vi.fn();
  const drawn = draw(
    <Reasons
      advertId={advert.id}
      verdict={verdict}
      highlighted={null}
      onShowWords={onShowWords}
      onHideWords={() => undefined}
    />,
  );
  return { onShowWords, verdict, ...drawn };
}

test('stand in the order of the verdict, each with name, words and why', () => {
  const { getByRole, getAllByRole } = reasons(MOCKS['several-signs']);
  getByRole('heading', { level: 2, name: 'What we saw in the advert' });
  expect(getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Asks early for passport, ID or bank card',
    'The work may be online fraud or illegal gambling',
    'Pay too high for the work',
  ]);
  const [first] = getAllByRole('list', { name: 'Words of the advert' });
  if (!first) throw new Error('no words');
  within(first).getByText('send a photo of your passport before the interview');
});

test('the button belongs to its reason by name', () => {
  const { getAllByRole, getByRole } = reasons(MOCKS['look-closer']);
  const [, second] = getAllByRole('button', { name: 'Show the words in the page' });
  const heading = getByRole('heading', { name: 'Money for coming or bringing others' });
  expect(second?.getAttribute('aria-describedby')).toBe(heading.id);
});

test('a weaker point without a warning is one to ask about', () => {
  const { getByRole } = reasons(MOCKS['none-one-point']);
  getByRole('heading', { level: 2, name: 'One point to ask about' });
});

test('a question to the recruiter comes with the warning that an answer proves nothing', () => {
  const { getByText } = reasons(MOCKS['several-signs']);
  getByText('Will I keep my passport at all times?');
  getByText('A good answer is not proof. Check it with someone the recruiter did not choose.');
});

test('at the gravest level there is no question to the recruiter', () => {
  const { queryByText, queryAllByText } = reasons(MOCKS.strong);
  expect(queryAllByText('Ask')).toEqual([]);
  expect(queryByText(/Which work visa/)).toBeNull();
  expect(queryByText(/A good answer is not proof/)).toBeNull();
});

test('some questions are for oneself alone', () => {
  const { getAllByText, queryByText } = reasons(MOCKS['look-closer']);
  expect(getAllByText('Ask yourself')).toHaveLength(2);
  expect(queryByText('Ask')).toBeNull();
});

test('the words stand in the language and direction of the advert, each once', () => {
  const { container } = reasons(MOCKS['right-to-left']);
  const quote = container.querySelector('bdi');
  expect(quote?.getAttribute('dir')).toBe('auto');
  expect(quote?.getAttribute('lang')).toBe('ar');
  cleanup();
  const { advert, verdict } = scoredAdvert(MOCKS['none-one-point']);
  const [reason] = verdict.reasons;
  if (!reason) throw new Error('no reason');
  const twice = { ...verdict, reasons: [{ ...reason, spans: [...reason.spans, ...reason.spans] }] };
  const drawn = draw(
    <Reasons advertId={advert.id} verdict={twice} highlighted={null} onShowWords={vi.fn()} onHideWords={vi.fn()} />,
  );
  expect(drawn.getAllByText('Start at once if you can')).toHaveLength(1);
});

test('markup of a page is shown as the text that it is', () => {
  const { getByText, container } = reasons(MOCKS.markup);
  getByText('Pay <script>alert(2)</script> is high');
  expect(container.querySelector('script')).toBeNull();
});

test('further questions leave out those of the reasons, those for oneself, and all at the gravest level', () => {
  const { advert, verdict } = scoredAdvert(MOCKS['several-signs']);
  const questions = ['document_control', 'location_opaque', 'sexualised'] as const;
  const { getAllByRole } = draw(<MoreQuestions verdict={{ ...verdict, questions }} />);
  expect(getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'In which city and country will I work from the first day?',
  ]);
  cleanup();
  const strong = mockVerdict(advert, 'strong', [], { questions });
  expect(draw(<MoreQuestions verdict={strong} />).container.textContent).toBe('');
});
