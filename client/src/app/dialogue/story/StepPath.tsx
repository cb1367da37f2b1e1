import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from 'react-router';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import styles from './StepPath.module.css';
import type { Step } from './steps.ts';
import { useText } from './texts.ts';

/** The six steps as one path: across the page, or down it on phones. */
export function StepPath({ steps }: { steps: readonly Step[] }) {
  const text = useText();
  return (
    <ol className={styles.path} aria-label={text('steps.title')}>
      {steps.map((step, at) => (
        <StepOf key={step.name} step={step} number={at + 1} />
      ))}
    </ol>
  );
}

function StepOf({ step: { name, state, lines, action }, number }: { step: Step; number: number }) {
  const text = useText();
  const { id } = useDialogue();
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span className={styles.dot} aria-hidden="true">
        {state === 'done' ? <Icon of={IconCheck} size={18} /> : text('common.number', { number })}
      </span>
      <div className={styles.words}>
        <h2 className={styles.name}>{text(`steps.${name}`)}</h2>
        <p className={styles.lines}>
          <span>{lines[0]}</span>
          <span>{lines[1]}</span>
        </p>
        {action && (
          <Link className={styles.action} to={`/d/${id}/${action.to}`}>
            {action.label}
          </Link>
        )}
      </div>
    </li>
  );
}
