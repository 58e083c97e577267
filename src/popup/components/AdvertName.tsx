import { Fragment, type JSX } from 'preact';
import type { JobAdvert } from '../../adverts/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';

/** The title in its own direction. */
export function AdvertTitle({ advert }: { advert: JobAdvert }): JSX.Element {
  const { t } = useI18n();
  const title = advert.title.trim();
  return title === '' ? <span>{t('advert.untitled')}</span> : <bdi dir="auto">{title}</bdi>;
}

/** Company and place, as far as the advert names them. */
export function AdvertFacts({ advert }: { advert: JobAdvert }): JSX.Element | null {
  const facts = [advert.company, advert.location].filter((fact) => fact !== null && fact.trim() !== '');
  if (facts.length === 0) return null;
  return (
    <span class="facts">
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {/* Outside of the fact, whose direction may differ from the interface's. */}
          {index > 0 ? ' · ' : ''}
          <bdi dir="auto">{fact}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
