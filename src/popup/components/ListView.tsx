import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/context.ts';
import { GROUPS, type GroupName, type Outcome, type PopupView, type Row } from '../view.ts';
import { AdvertFacts, AdvertTitle } from './AdvertName.tsx';
import { Icon } from './icons.tsx';

type List = Extract<PopupView, { kind: 'list' }>;
export type ListViewProps = Pick<List, 'groups' | 'progress'> & { readonly onOpen: (advertId: string) => void };

/** All adverts of the page, in groups. */
export function ListView({ groups, progress, onOpen }: ListViewProps): JSX.Element {
  const { t } = useI18n();
  const scanning = groups.waiting.length > 0;
  return (
    <>
      <div class="advert">
        <h1 tabIndex={-1}>{t('list.title')}</h1>
        <Summary groups={groups} progress={progress} />
        {scanning ? <progress max={progress.total} value={progress.read} aria-label={t('page.reading')} /> : null}
      </div>
      {GROUPS.map((name) => (
        <Group key={name} name={name} rows={groups[name]} onOpen={onOpen} />
      ))}
    </>
  );
}

function Summary({ groups, progress }: Pick<List, 'groups' | 'progress'>): JSX.Element {
  const { t, list } = useI18n();
  if (groups.waiting.length > 0) {
    return (
      <p class="facts" role="status">
        {t('list.progress', { read: progress.read, total: progress.total })}
      </p>
    );
  }
  const parts = list([
    t('list.marked', { count: groups.marked.length }),
    t('list.unmarked', { count: groups.unmarked.length }),
    ...(groups.unread.length > 0 ? [t('list.unread', { count: groups.unread.length })] : []),
  ]);
  return (
    <p class="facts" role="status">
      {t('list.summary', { total: t('list.total', { count: progress.total }), parts })}
    </p>
  );
}

interface GroupProps {
  readonly name: GroupName;
  readonly rows: readonly Row[];
  readonly onOpen: (advertId: string) => void;
}

function Group({ name, rows, onOpen }: GroupProps): JSX.Element | null {
  const { t } = useI18n();
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`list.group-${name}`)}</h2>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.advert.id}>
            <button type="button" class="row" onClick={() => onOpen(row.advert.id)}>
              <span class="row-title">
                <AdvertTitle advert={row.advert} />
              </span>
              <AdvertFacts advert={row.advert} />
              <RowLevel outcome={row.outcome} />
              <Icon name="forward" turns />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing for an advert that waits: its group says so. */
function RowLevel({ outcome }: { outcome: Outcome }): JSX.Element | null {
  const { t } = useI18n();
  if (outcome.kind === 'waiting') return null;
  const icon = outcome.kind === 'scored' ? outcome.verdict.level : outcome.kind;
  const words = outcome.kind === 'scored' ? t(`levels.${outcome.verdict.level}.short`) : t('list.failed');
  return (
    <span class={`chip level-${icon}`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
