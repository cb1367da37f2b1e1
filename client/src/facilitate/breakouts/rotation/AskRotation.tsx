import { Button } from '@mantine/core';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { useId, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Panel } from '../../../design/Panel.tsx';
import styles from './AskRotation.module.css';
import { PlanState } from './PlanState.tsx';
import { usePlanning } from './planning.ts';
import { RotationRules } from './RotationRules.tsx';
import { RoundsPerSession } from './RoundsPerSession.tsx';
import { useText } from './texts.ts';
import type { Rounds } from './use-rounds.ts';

type Props = {
  settings: RotationSettings;
  guests: readonly Guest[];
  rounds: Rounds;
  /** Rounds that stay as they are. */
  fixed: readonly string[];
  onChange(part: Partial<RotationSettings>): void;
};

/** What a rotation is asked for, and planning it. Rounds that were held stay; the others are planned again. */
export function AskRotation({ settings, guests, rounds, fixed, onChange }: Props) {
  const text = useText();
  const id = useId();
  const { state, plan, cancel } = usePlanning();
  const [isOpen, setOpen] = useState(false);
  const wanted = settings.sessions.reduce((sum, one) => sum + one.rounds, 0);
  const titles = Array.from({ length: wanted + rounds.all.length }, (_, at) =>
    text('rotation.round', { number: at + 1 }),
  );
  const isPlanned = rounds.ahead.length > 0;
  return (
    <Panel title={text('rotation.ask')}>
      <div className={styles.panel}>
        <RoundsPerSession settings={settings} onChange={sessions => onChange({ sessions })} />
        <div>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(before => !before)}
          >
            {text('rotation.rules.of', { count: settings.size })}
            <Icon of={isOpen ? IconChevronUp : IconChevronDown} size={18} />
          </button>
          <div id={id} hidden={!isOpen}>
            {isOpen && <RotationRules settings={settings} guests={guests} onChange={onChange} />}
          </div>
        </div>
        <PlanState state={state} onCancel={cancel} />
        {state.status !== 'working' && (
          <div>
            <Button disabled={wanted === 0} onClick={() => void plan({ settings, fixed, titles })}>
              {text(isPlanned ? 'rotation.plan.again' : 'rotation.plan')}
            </Button>
          </div>
        )}
        {isPlanned && state.status === 'idle' && <p className={styles.quiet}>{text('rotation.plan.again.hint')}</p>}
      </div>
    </Panel>
  );
}
