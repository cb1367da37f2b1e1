import { VisuallyHidden } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { memo } from 'react';
import { clusterColours, shapeOf } from '../../../design/cluster-marks.ts';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { shortNameOf } from '../../../design/short-names.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import styles from './ControlRoom.module.css';
import { PersonMoves } from './PersonMoves.tsx';
import type { PersonNow } from './room-now.ts';
import { SpeechStrip } from './SpeechStrip.tsx';

type Props = Pick<PersonNow, 'person' | 'voice' | 'line' | 'spoken'> & { live: LiveView; mark: number; now: number };

/** Somebody in a room: their name, what they have said in five minutes, and where they can go. Who has said nothing is drawn once. */
export const PersonRow = memo(
  Row,
  (before, after) =>
    before.person === after.person &&
    before.voice === after.voice &&
    before.line === after.line &&
    before.spoken === after.spoken &&
    before.live === after.live &&
    before.mark === after.mark &&
    (before.now === after.now || after.spoken.length === 0),
);

function Row({ person, voice, line, spoken, live, mark, now }: Props) {
  const text = useText();
  const name = useView(({ people }) => people[person]?.name) ?? text('common.nameless');
  const words = voice === 'heard' || voice === 'new' ? null : text(`breakouts.voice.${voice}`);
  return (
    <li className={styles.person} data-voice={voice} data-line={line}>
      <bdi className={styles.who} title={name}>
        {shortNameOf(name)}
      </bdi>
      <SpeechStrip spoken={spoken} now={now} colour={clusterColours[shapeOf(mark)]} />
      <VisuallyHidden>
        {words} {line !== 'good' && text(`breakouts.line.${line}`)}
      </VisuallyHidden>
      <MenuOnDemand label={text('breakouts.actions-of', { name })} className={styles.menu}>
        <PersonMoves live={live} person={person} />
      </MenuOnDemand>
    </li>
  );
}
