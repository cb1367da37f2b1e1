import { isHost } from '@multaqa/shared/kernel/context';
import { Icon } from '../../design/Icon.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useRoleIn } from '../../dialogue/use-dialogue.ts';
import styles from './AboveStage.module.css';
import { signMarks, signs } from './pictures.ts';
import { useText } from './texts.ts';
import { useOwnSigns, useSigns } from './use-signs.ts';

/** How many in the room show each sign; a press joins them, or takes one's own down. Hosts read it in their own line. */
export function SignPills() {
  const text = useText();
  const { room } = useRoom();
  const may = useMay();
  const isForHost = isHost(useRoleIn(room));
  const shown = useSigns(room);
  const { own, toggle } = useOwnSigns();
  const standing = signs.filter(sign => shown && shown[sign] > 0);
  if (!shown || standing.length === 0 || isForHost || !may('reactions.sign', { room })) return null;
  return (
    <ul className={styles.pills} aria-label={text('reactions.signs.now')}>
      {standing.map(sign => {
        const words = text(`reactions.count.${sign}`, { count: shown[sign] });
        return (
          <li key={sign}>
            <button
              type="button"
              className={styles.pill}
              aria-pressed={own.includes(sign)}
              title={text('reactions.join')}
              onClick={() => toggle(sign)}
            >
              <Icon of={signMarks[sign]} size={18} mirrored={sign === 'slower'} />
              <span className={styles.words}>{words}</span>
              <b className={styles.number} aria-hidden="true">
                {text('common.number', { number: shown[sign] })}
              </b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
