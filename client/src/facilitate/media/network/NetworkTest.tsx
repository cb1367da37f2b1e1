import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPoint from '@tabler/icons-react/dist/esm/icons/IconPoint.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { CopyButton } from '../../../design/CopyButton.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Note } from '../../../design/Note.tsx';
import styles from './NetworkTest.module.css';
import { networkSteps, type StepState, verdictOf } from './network-steps.ts';
import { useText } from './texts.ts';
import { type NetworkProbe, useNetworkTest } from './use-network-test.ts';

const signs: Record<StepState, typeof IconCheck> = {
  waits: IconPoint,
  runs: IconPoint,
  passed: IconCheck,
  failed: IconX,
  absent: IconMinus,
};
const tones = { good: 'good', detour: 'accent', text: 'warning', nothing: 'danger' } as const;

/** Tries every path through the network, and says in one sentence what that means. */
export function NetworkTest({ probe }: { probe: NetworkProbe }) {
  const text = useText();
  const { steps, code, again } = useNetworkTest(probe);
  const verdict = verdictOf(steps);
  return (
    <div className={styles.test}>
      <ol className={styles.steps}>
        {networkSteps.map(step => (
          <li key={step} className={styles.step} data-state={steps[step]}>
            <Icon of={signs[steps[step]]} size={20} />
            <span className={styles.name}>{text(`network.step.${step}`)}</span>
            <span className={styles.state}>{text(`network.state.${steps[step]}`)}</span>
          </li>
        ))}
      </ol>
      <div role="status">{verdict && <Note tone={tones[verdict]}>{text(`network.verdict.${verdict}`)}</Note>}</div>
      {verdict && (
        <div className={styles.actions}>
          <Button variant="default" onClick={again}>
            {text('network.again')}
          </Button>
          {code && <CopyButton value={code}>{text('network.copy')}</CopyButton>}
          {code && (
            <span className={styles.code}>
              {text('network.code')} <code dir="ltr">{code}</code>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
