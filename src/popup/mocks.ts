import type { JobAdvert } from '../adverts/types.ts';
import {
  type Checkable,
  type NotEnough,
  type Reason,
  type Span,
  sourceOf,
  type TraitId,
  type Verdict,
} from '../engine/types.ts';
import type { AdvertState, TabState } from '../shared/messages.ts';
import type { FailureCode } from './view.ts';

/** Made-up pages of every kind: for the gallery, and for the tests of what the popup shows. */

const URL = 'https://jobs.example/search?q=typist';
type Quoted = readonly [trait: TraitId, severity: Reason['severity'], ...quotes: string[]];

function spansOf(source: string, quotes: readonly string[]): Span[] {
  return quotes.map((text) => {
    const start = source.indexOf(text);
    if (start < 0) throw new Error(`the made-up advert lacks “${text}”`);
    return { start, end: start + text.length, text };
  });
}

export function mockAdvert(id: string, title: string, text: string, more: Partial<JobAdvert> = {}): JobAdvert {
  return {
    id,
    url: `https://jobs.example/job/${id}`,
    board: 'json-ld',
    found: 'json-ld',
    title,
    company: null,
    location: null,
    pay: null,
    text,
    ...more,
  };
}

export function mockVerdict(
  advert: JobAdvert,
  level: Verdict['level'],
  quoted: Quoted[],
  more: Partial<Verdict> = {},
): Verdict {
  const source = sourceOf(advert);
  const reasons = quoted.map(
    ([trait, severity, ...quotes]): Reason => ({ trait, severity, strength: 0.9, spans: spansOf(source, quotes) }),
  );
  return {
    level,
    notEnough: null,
    probability: 0.5,
    reasons,
    checkable: [],
    questions: reasons.map(({ trait }) => trait),
    language: 'en',
    model: { name: 'lure-detector', sha256: '0'.repeat(64) },
    truncated: false,
    ms: 40,
    ...more,
  };
}

function checkables(advert: JobAdvert, ...quotes: string[]): Checkable[] {
  return quotes.map((quote) => ({ strength: 0.9, spans: spansOf(sourceOf(advert), [quote]) }));
}

type Result = AdvertState['result'];
const scored = (verdict: Verdict): Result => ({ status: 'scored', verdict });
const failed = (code: FailureCode): Result => ({ status: 'failed', error: { code, message: `made-up ${code}` } });
const waiting: Result = { status: 'waiting' };

type Entry = readonly [advert: JobAdvert, result: Result];
function page(entries: readonly Entry[], openId: string | null = null): TabState {
  return {
    kind: 'adverts',
    url: URL,
    openId,
    adverts: entries.map(([advert, result]) => ({ advert, result, role: advert.id === openId ? 'detail' : 'card' })),
  };
}
const single = (advert: JobAdvert, result: Result): TabState => page([[advert, result]], advert.id);

const typist = mockAdvert(
  'typist',
  'Typing assistant, start this week',
  'Earn 2,500 dollars a month for easy typing. No experience and no diploma needed. Air ticket, room and meals are free. ' +
    'You will cross the river at night, our driver knows the officers. Write to @demo_mira on Telegram only. ' +
    'Bright Harbour Digital has an office in Mae Sot.',
  { company: 'Bright Harbour Digital', location: 'Thailand border' },
);
const typistVerdict = mockVerdict(
  typist,
  'strong',
  [
    ['irregular_travel', 4, 'cross the river at night, our driver knows the officers'],
    ['hotspot_location', 3, 'Mae Sot'],
    ['pay_implausible', 2, '2,500 dollars a month for easy typing'],
    ['off_platform', 2, 'on Telegram only'],
    ['all_expenses', 1, 'Air ticket, room and meals are free'],
    ['no_requirements', 1, 'No experience and no diploma needed'],
  ],
  { checkable: checkables(typist, 'Bright Harbour Digital') },
);

const chat = mockAdvert(
  'chat',
  'Chat agent, office in the south',
  'Chat with foreign clients about investments. You send a photo of your passport before the interview. Pay is made in cash every day. ' +
    'Licence L-000-0000 of Sample Recruit.',
  { company: 'Sample Recruit', location: 'Coast town' },
);
const chatVerdict = mockVerdict(
  chat,
  'several-signs',
  [
    ['document_control', 3, 'send a photo of your passport before the interview'],
    ['illicit_work', 3, 'Chat with foreign clients about investments'],
    ['pay_implausible', 2, 'in cash every day'],
  ],
  {
    checkable: checkables(chat, 'Sample Recruit', 'Licence L-000-0000'),
    questions: ['document_control', 'illicit_work', 'pay_implausible', 'location_opaque'],
  },
);

const hostess = mockAdvert(
  'hostess',
  'Guest relations, evening work',
  'Sit with guests and keep them happy. Bring two friends and get a bonus for each of them.',
  { location: 'Port district' },
);
const hostessVerdict = mockVerdict(hostess, 'look-closer', [
  ['sexualised', 3, 'Sit with guests and keep them happy'],
  ['cash_bounty', 2, 'Bring two friends and get a bonus for each of them'],
]);

const arabic = mockAdvert(
  'arabic',
  'مطلوب موظف إدخال بيانات',
  'راتب مرتفع جدا والعمل سهل. السفر والسكن مجانا. التواصل عبر تلغرام فقط.',
  { location: 'خارج البلاد' },
);
const arabicVerdict = mockVerdict(
  arabic,
  'look-closer',
  [
    ['pay_implausible', 2, 'راتب مرتفع جدا والعمل سهل'],
    ['off_platform', 2, 'التواصل عبر تلغرام فقط'],
  ],
  { language: 'ar' },
);

const baker = mockAdvert(
  'baker',
  'Baker for the morning shift',
  'The Corner Oven, 12 Mill Street, bakes bread and rolls. You work from four to noon, five days a week. Start at once if you can.',
  { company: 'The Corner Oven', location: 'Millbrook' },
);
const bakerNone = mockVerdict(baker, 'none', [], { checkable: checkables(baker, 'The Corner Oven, 12 Mill Street') });
const bakerPoint = mockVerdict(baker, 'none', [['urgency', 1, 'Start at once if you can']]);

const short = mockAdvert('short', 'Good job abroad', 'Call now.');
const unclear = (notEnough: NotEnough, quoted: Quoted[] = []) =>
  mockVerdict(short, 'not-enough', quoted, { notEnough });

const markup = mockAdvert(
  'markup',
  '<b>Clerk</b> <img src=x onerror=alert(1)>',
  'Pay <script>alert(2)</script> is high. Averyveryverylongwordwithoutanyspaceinsidethatgoesonandonandonandonandon.',
  { company: '<i>Firm & Sons</i>' },
);
const markupVerdict = mockVerdict(markup, 'look-closer', [
  ['pay_implausible', 2, 'Pay <script>alert(2)</script> is high'],
  ['vague_job', 2, 'Averyveryverylongwordwithoutanyspaceinsidethatgoesonandonandonandonandon'],
]);

const TITLES = [
  'Warehouse clerk',
  'Night nurse',
  'Bus driver',
  'Cook',
  'School cleaner',
  'Bricklayer',
  'Florist',
  'Plumber',
  'Waiter',
  'Gardener',
];
const PLACES = ['Millbrook', 'Eastport', 'Lower Field', 'Old Harbour'];
const ordinary: Entry[] = Array.from({ length: 20 }, (_, index): Entry => {
  const title = TITLES[index % TITLES.length] ?? 'Clerk';
  const location = PLACES[index % PLACES.length] ?? null;
  const advert = mockAdvert(`ordinary-${index}`, title, `${title} in a shop. Forty hours a week.`, {
    company: 'Example Works',
    location,
  });
  return [advert, scored(mockVerdict(advert, 'none', []))];
});
const unread: Entry[] = [
  [short, scored(unclear('too-short'))],
  [mockAdvert('empty', '', 'x'), scored(unclear('too-short'))],
  [mockAdvert('odd', 'Helper', 'Helper.'), failed('bad-input')],
];
const board: Entry[] = [
  ...ordinary.slice(0, 4),
  [hostess, scored(hostessVerdict)],
  ...ordinary.slice(4),
  [typist, scored(typistVerdict)],
  ...unread,
];
const boardScanning: Entry[] = board.map(([advert, result], index) => [advert, index < 3 ? result : waiting]);

export type Mock = { readonly state: TabState } | { readonly broken: FailureCode };

export const MOCKS = {
  'no-access': { state: { kind: 'no-access', url: 'https://news.example/' } },
  forbidden: { state: { kind: 'no-access', url: 'about:addons' } },
  nothing: { state: { kind: 'nothing', url: URL } },
  strong: { state: single(typist, scored(typistVerdict)) },
  'several-signs': { state: single(chat, scored(chatVerdict)) },
  'look-closer': { state: single(hostess, scored(hostessVerdict)) },
  'right-to-left': { state: single(arabic, scored(arabicVerdict)) },
  none: { state: single(baker, scored(bakerNone)) },
  'none-one-point': { state: single(baker, scored(bakerPoint)) },
  'too-short': { state: single(short, scored(unclear('too-short'))) },
  'not-an-advert': { state: single(short, scored(unclear('not-an-advert'))) },
  language: { state: single(short, scored(unclear('language', [['urgency', 1, 'Call now']]))) },
  'no-trait': { state: single(short, scored(unclear('no-trait'))) },
  reading: { state: single(baker, waiting) },
  'advert-failed': { state: single(baker, failed('bad-input')) },
  scanning: { state: page(boardScanning) },
  list: { state: page(board) },
  'list-open-advert': { state: page(board, 'typist') },
  markup: { state: single(markup, scored(markupVerdict)) },
  'model-missing': { state: single(baker, failed('model-missing')) },
  timeout: {
    state: page([
      [baker, failed('timeout')],
      [chat, failed('timeout')],
    ]),
  },
  internal: { broken: 'internal' },
} satisfies Record<string, Mock>;
export type MockName = keyof typeof MOCKS;
export const MOCK_NAMES = Object.keys(MOCKS) as MockName[];
