import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../../shared/i18n/context.ts';
import type { FailureCode } from '../view.ts';
import { Icon, type IconName, Lantern } from './icons.tsx';

interface NoticeProps {
  readonly icon: IconName | 'lantern';
  readonly title: string;
  readonly lines: readonly string[];
  readonly children?: ComponentChildren;
}

/** A page of the popup that speaks of no advert. */
function Notice({ icon, title, lines, children }: NoticeProps): JSX.Element {
  return (
    <div class="notice">
      <span class="notice-icon">{icon === 'lantern' ? <Lantern /> : <Icon name={icon} />}</span>
      <h1 tabIndex={-1}>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  );
}

export function Loading(): JSX.Element {
  const { t } = useI18n();
  return <Notice icon="lantern" title={t('page.reading')} lines={[t('advert.wait')]} />;
}

interface ReadButtonProps {
  readonly refused: boolean;
  readonly onRead: () => void;
}

export function NoAccess({ forbidden, refused, onRead }: ReadButtonProps & { forbidden: boolean }): JSX.Element {
  const { t } = useI18n();
  if (forbidden) return <Notice icon="closed" title={t('page.forbidden')} lines={[t('page.forbiddenLine')]} />;
  return (
    <Notice icon="lantern" title={t('page.closed')} lines={[t('page.closedLine')]}>
      <ReadButton label={t('page.read')} refused={refused} onRead={onRead} />
    </Notice>
  );
}

export function Nothing({ refused, onRead }: ReadButtonProps): JSX.Element {
  const { t } = useI18n();
  return (
    <Notice icon="unreadable" title={t('levels.unreadable.headline')} lines={[t('levels.unreadable.line')]}>
      <ReadButton label={t('page.readAgain')} refused={refused} onRead={onRead} />
    </Notice>
  );
}

/** Never silent: without this, a broken model would look like an advert without signs. */
export function Failed({ code, refused, onRead }: ReadButtonProps & { code: FailureCode }): JSX.Element {
  const { t } = useI18n();
  return (
    <Notice icon="failed" title={t('failed.title')} lines={[t(`failed.${code}`), t('failed.nothing')]}>
      <ReadButton label={t('failed.retry')} refused={refused} onRead={onRead} />
      <p class="code">{t('failed.code', { code })}</p>
    </Notice>
  );
}

function ReadButton({ label, refused, onRead }: ReadButtonProps & { label: string }): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <button type="button" class="primary" onClick={onRead}>
        {label}
      </button>
      <p role="status">{refused ? t('page.refused') : ''}</p>
    </>
  );
}
