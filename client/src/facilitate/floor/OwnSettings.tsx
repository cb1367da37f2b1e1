import { Checkbox, NativeSelect } from '@mantine/core';
import { useRoom } from '../../dialogue/room.ts';
import { type Sound, sounds, useOpening, useSound } from './floor-choices.ts';
import styles from './OwnSettings.module.css';
import { useText } from './texts.ts';

/** What happens on this device when its owner gets the floor. */
export function OwnSettings() {
  const text = useText();
  const { session } = useRoom().session;
  const { sound, choose } = useSound();
  const { opening, choose: chooseOpening } = useOpening(session);
  return (
    <details className={styles.settings}>
      <summary className={styles.summary}>{text('floor.settings')}</summary>
      <div className={styles.fields}>
        <Checkbox
          label={text('floor.microphone')}
          checked={opening === 'yes'}
          onChange={event => chooseOpening(event.currentTarget.checked ? 'yes' : 'no')}
        />
        <NativeSelect
          label={text('floor.sound')}
          value={sound}
          onChange={event => choose(event.currentTarget.value as Sound)}
          data={sounds.map(value => ({ value, label: text(`floor.sound.${value}`) }))}
        />
      </div>
    </details>
  );
}
