import { describe, expect, test } from 'vitest';
import type { TabState } from '../shared/messages.ts';
import { MOCK_NAMES, MOCKS, type Mock } from './mocks.ts';
import { type Choice, type Knowledge, popupView, viewKey } from './view.ts';

function known(mock: Mock): Knowledge {
  return 'state' in mock ? { status: 'known', tab: mock.state } : { status: 'broken', code: mock.broken };
}
const view = (mock: Mock, choice: Choice | null = null) => popupView(known(mock), choice);

function adverts(mock: Mock): Extract<TabState, { kind: 'adverts' }> {
  if (!('state' in mock) || mock.state.kind !== 'adverts') throw new Error('not a page with adverts');
  return mock.state;
}

test.each([
  ['no-access', 'no-access'],
  ['nothing', 'nothing'],
  ['strong', 'advert typist'],
  ['reading', 'advert baker'],
  ['advert-failed', 'advert baker'],
  ['scanning', 'list'],
  ['list', 'list'],
  ['list-open-advert', 'advert typist'],
  ['model-missing', 'failed'],
  ['timeout', 'failed'],
  ['internal', 'failed'],
] as const)('a page of the kind %s shows %s', (name, key) => {
  expect(viewKey(view(MOCKS[name]))).toBe(key);
});

test('nothing is known at first', () => {
  expect(popupView({ status: 'pending' }, null)).toEqual({ kind: 'loading' });
});

test('a page of the browser itself offers no button', () => {
  expect(view(MOCKS.forbidden)).toEqual({ kind: 'no-access', forbidden: true });
  expect(view(MOCKS['no-access'])).toEqual({ kind: 'no-access', forbidden: false });
  expect(view({ state: { kind: 'no-access', url: null } })).toEqual({ kind: 'no-access', forbidden: false });
});

test('a page without a single advert is not a list', () => {
  expect(view({ state: { ...adverts(MOCKS.list), adverts: [] } })).toEqual({ kind: 'nothing' });
});

describe('a list', () => {
  test('puts every advert in one group, gravest first, then in page order', () => {
    const list = view(MOCKS.list);
    if (list.kind !== 'list') throw new Error(list.kind);
    const ids = (rows: readonly { advert: { id: string } }[]) => rows.map(({ advert }) => advert.id);
    expect(ids(list.groups.marked)).toEqual(['typist', 'hostess']);
    expect(ids(list.groups.unread)).toEqual(['short', 'empty', 'odd']);
    expect(list.groups.unmarked).toHaveLength(20);
    expect(ids(list.groups.unmarked).slice(0, 2)).toEqual(['ordinary-0', 'ordinary-1']);
    expect(list.groups.waiting).toEqual([]);
    expect(list.progress).toEqual({ read: 25, total: 25 });
  });

  test('counts what has been read', () => {
    expect(view(MOCKS.scanning)).toMatchObject({ kind: 'list', progress: { read: 3, total: 25 } });
  });

  test('waits for the other adverts before it says that the engine failed, unless the model is gone', () => {
    const state = adverts(MOCKS.timeout);
    const [first] = state.adverts;
    if (!first) throw new Error('no advert');
    const more = { ...first, advert: { ...first.advert, id: 'more' }, result: { status: 'waiting' } as const };
    expect(view({ state: { ...state, openId: null, adverts: [first, more] } }).kind).toBe('list');
    const gone = { ...first, result: { status: 'failed', error: { code: 'model-missing', message: '' } } as const };
    expect(view({ state: { ...state, openId: null, adverts: [gone, more] } })).toEqual({
      kind: 'failed',
      code: 'model-missing',
    });
  });

  test('one advert that failed does not hide the others', () => {
    expect(view(MOCKS.list).kind).toBe('list');
  });
});

describe('what the reader chose', () => {
  const { url } = adverts(MOCKS.list);

  test('is shown, also the list in place of the open advert', () => {
    expect(view(MOCKS.list, { url, openId: null, advertId: 'hostess' })).toMatchObject({
      kind: 'advert',
      fromList: true,
      advert: { id: 'hostess' },
    });
    expect(view(MOCKS['list-open-advert'], { url, openId: 'typist', advertId: null }).kind).toBe('list');
  });

  test('no longer counts once the page opened another advert', () => {
    const choice = { url, openId: null, advertId: 'hostess' };
    expect(view(MOCKS['list-open-advert'], choice)).toMatchObject({ advert: { id: 'typist' } });
    expect(
      view(MOCKS['list-open-advert'], { url: 'https://jobs.example/other', openId: 'typist', advertId: null }),
    ).toMatchObject({ advert: { id: 'typist' } });
  });

  test('no longer counts once its advert has gone', () => {
    expect(view(MOCKS.list, { url, openId: null, advertId: 'gone' }).kind).toBe('list');
  });
});

test('every made-up page has a view, and never the verdict of another advert', () => {
  for (const name of MOCK_NAMES) {
    const shown = view(MOCKS[name]);
    if (shown.kind !== 'advert' || shown.outcome.kind !== 'scored') continue;
    const state = adverts(MOCKS[name]).adverts.find(({ advert }) => advert.id === shown.advert.id);
    expect(state?.result).toEqual({ status: 'scored', verdict: shown.outcome.verdict });
  }
});
