/** Help for the component tests: the popup over a made-up page, and an accessibility check. */
import { render, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { JSX } from 'preact';
import { expect } from 'vitest';
import type { JobAdvert } from '../adverts/types.ts';
import type { Verdict } from '../engine/types.ts';
import { App } from './components/App.tsx';
import { createPopup } from './controller.ts';
import { mockPlatform } from './mock-platform.ts';
import type { Mock } from './mocks.ts';

/** Draws one component, with a user who types and clicks. */
export function draw(child: JSX.Element) {
  return { user: userEvent.setup(), ...render(child) };
}

/** Draws the whole popup and waits until it knows its page. */
export async function drawPopup(mock: Mock, afterRescan?: Mock) {
  const platform = mockPlatform(mock, afterRescan);
  const drawn = draw(<App popup={createPopup(platform)} />);
  // By selector: finding by role works out the style of every element, which takes seconds on a long list.
  await waitFor(() => expect(drawn.container.querySelector('h1')?.textContent).not.toBe('Reading this page'));
  return { platform, ...drawn };
}

/** A page of the same kind with its first adverts alone: jsdom and axe need seconds for a long one. */
export function shortened(mock: Mock, adverts = 6): Mock {
  if (!('state' in mock) || mock.state.kind !== 'adverts') return mock;
  return { state: { ...mock.state, adverts: mock.state.adverts.slice(0, adverts) } };
}

/** The advert and verdict of a made-up page with a single advert. */
export function scoredAdvert(mock: Mock): { advert: JobAdvert; verdict: Verdict } {
  const [entry] = 'state' in mock && mock.state.kind === 'adverts' ? mock.state.adverts : [];
  if (entry?.result.status !== 'scored') throw new Error('not a page with a scored advert');
  return { advert: entry.advert, verdict: entry.result.verdict };
}

/** Fails with what axe finds. Contrast needs a real browser: `scripts/popup-gallery.ts`. */
export async function expectAccessible(container: Element): Promise<void> {
  // jsdom has no layout, and a lone component is no page with landmarks.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(container, { rules });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
