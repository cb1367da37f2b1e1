import { isHost } from '@multaqa/shared/kernel/context';
import { useRoom } from '../../dialogue/room.ts';
import { useRoleIn } from '../../dialogue/use-dialogue.ts';
import { featuresIn } from './features.ts';
import styles from './HostStrip.module.css';
import { useText } from './texts.ts';

/** For hosts: what they can do now for everybody, the most pressing at the end. */
export function HostStrip() {
  const text = useText();
  const { room, isLobby } = useRoom();
  if (!isHost(useRoleIn(room))) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form.
    <div className={styles.strip} role="group" aria-label={text('room.host-steps')}>
      <span className={styles.words}>{text('room.hosts-only')}</span>
      <div className={styles.steps}>
        {featuresIn(isLobby).map(({ name, HostSteps }) => HostSteps && <HostSteps key={name} />)}
      </div>
    </div>
  );
}
