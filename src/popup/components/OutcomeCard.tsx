import type { JSX } from 'preact';
import type { Verdict } from '../../engine/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';
import type { Outcome } from '../view.ts';
import { LevelCard } from './LevelCard.tsx';

/** The level of one advert, or why it has none. */
export function OutcomeCard({ outcome, onRetry }: { outcome: Outcome; onRetry: () => void }): JSX.Element {
  const { t } = useI18n();
  if (outcome.kind === 'scored') return <VerdictCard verdict={outcome.verdict} />;
  if (outcome.kind === 'waiting') {
    return <LevelCard icon="waiting" headline={t('advert.reading')} lines={[t('advert.wait')]} />;
  }
  return (
    <LevelCard icon="failed" headline={t('advert.failed')} lines={[t(`failed.${outcome.code}`), t('failed.nothing')]}>
      <button type="button" class="primary" onClick={onRetry}>
        {t('failed.retry')}
      </button>
      <p class="code">{t('failed.code', { code: outcome.code })}</p>
    </LevelCard>
  );
}

function VerdictCard({ verdict }: { verdict: Verdict }): JSX.Element {
  const { t } = useI18n();
  const { level, notEnough } = verdict;
  const lines = [t(`levels.${level}.line`)];
  if (notEnough !== null) lines.unshift(t(`notEnough.${notEnough}`));
  return (
    <LevelCard icon={level} headline={t(`levels.${level}.headline`)} lines={lines}>
      {level === 'strong' ? (
        <div class="stop">
          <p>
            <strong>{t('strong.stop')}</strong>
          </p>
          <p>{t('strong.travel')}</p>
        </div>
      ) : null}
    </LevelCard>
  );
}
