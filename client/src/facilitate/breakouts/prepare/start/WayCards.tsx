import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Icon } from '../../../../design/Icon.tsx';
import { useDialogue } from '../../../../dialogue/DialogueProvider.tsx';
import { useText } from '../texts.ts';
import { wayIcons } from '../ways.ts';
import { type StartedWay, startedWays } from './dealing.ts';
import styles from './WayCards.module.css';

type Props = {
  /** Whether there is something to repeat. */
  hasEarlier: boolean;
  onChoose(way: StartedWay): void;
};

/** Every way to make breakouts, each with what it is good for and one button. */
export function WayCards({ hasEarlier, onChoose }: Props) {
  const text = useText();
  const { id } = useDialogue();
  const offered = startedWays.filter(way => way !== 'last' || hasEarlier);
  return (
    <ul className={styles.ways}>
      {offered.map(way => (
        <li key={way} className={styles.way}>
          <h3 className={styles.title}>
            <Icon of={wayIcons[way]} />
            {text(`prepare.way.${way}`)}
          </h3>
          <p className={styles.quiet}>{text(`prepare.way.${way}.text`)}</p>
          <Button variant="default" onClick={() => onChoose(way)}>
            {text(`prepare.way.${way}.action`)}
          </Button>
        </li>
      ))}
      <li className={styles.way}>
        <h3 className={styles.title}>
          <Icon of={wayIcons.rotation} />
          {text('prepare.way.rotation')}
        </h3>
        <p className={styles.quiet}>{text('prepare.way.rotation.text')}</p>
        <Button variant="default" component={Link} to={`/d/${id}/rotation`}>
          {text('prepare.way.rotation.action')}
        </Button>
      </li>
    </ul>
  );
}
