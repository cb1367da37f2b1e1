import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from 'react-router';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './StepPath.module.css';
import type { Step } from './steps.ts';
import { useText } from './texts.ts';

/** The six steps as one path: across the page, or down it on phones, where those that are not built yet are one line at its end. */
export function StepPath({ steps, isShort }: { steps: readonly Step[]; isShort: boolean }) {
  const text = useText();
  const { locale } = useLanguage();
  const numbered = steps.map((step, at) => ({ step, number: at + 1 }));
  const shown = numbered.filter(({ step }) => !isShort || step.state !== 'unbuilt');
  const later = steps.filter(({ state }) => state === 'unbuilt').map(({ name }) => text(`steps.${name}`));
  return (
    <>
      <ol className={styles.path} aria-label={text('steps.title')}>
        {shown.map(({ step, number }) => (
          <StepOf key={step.name} step={step} number={number} />
        ))}
      </ol>
      {isShort && later.length > 0 && (
        <p className={styles.later}>
          {text('steps.later', { steps: new Intl.ListFormat(locale, { type: 'conjunction' }).format(later) })}
        </p>
      )}
    </>
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
